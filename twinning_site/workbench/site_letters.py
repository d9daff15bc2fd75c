"""The letters about accounts, and about what is kept aside; what can be filled in."""

from django.utils.translation import gettext_lazy as _

from content.mail.letters import Letter, Placeholder, register

ACCOUNT = Placeholder("account", _("name of the account"), "zoe")
OWNER = _("the owner of the account")

INVITATION = Letter(
    "invitation",
    _("An invitation to work on the site"),
    _("whoever is invited"),
    (
        Placeholder("sender", _("who sends the invitation"), "Zoë O’Brien"),
        Placeholder("role", _("the role"), _("Editors")),
        Placeholder(
            "accept_page",
            _("address of the page on which it is accepted"),
            "/admin/invitation/…/",
            is_required=True,
            is_for_text=True,
            is_link=True,
        ),
        Placeholder("until", _("day until which it can be accepted"), "1.12.2026"),
    ),
)
NEW_PASSWORD = Letter(
    "new_password",
    _("A new password"),
    OWNER,
    (
        ACCOUNT,
        Placeholder(
            "password_page",
            _("address of the page on which it is chosen"),
            "/admin/password_reset/…/",
            is_required=True,
            is_for_text=True,
            is_link=True,
        ),
        Placeholder("hours", _("hours for which it can be chosen"), "24"),
    ),
)
GUESSED_PASSWORD = Letter(
    "guessed_password",
    _("Somebody guesses a password"),
    OWNER,
    (ACCOUNT, Placeholder("count", _("how often a wrong password was given"), "20")),
)
KEPT_ASIDE = Letter(
    "kept_aside",
    _("Something is kept aside"),
    _("the office"),
    (
        Placeholder("total", _("how much it is"), "3"),
        Placeholder(
            "kinds",
            _("how much of what, and where to look"),
            _("Applications: 3\nhttps://www.example.org/admin/volunteers/application/?held=yes"),
            is_required=True,
            is_for_text=True,
        ),
    ),
)

register(INVITATION, NEW_PASSWORD, GUESSED_PASSWORD, KEPT_ASIDE)
