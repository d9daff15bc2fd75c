"""The two letters, and what can be filled in."""

from django.utils.translation import gettext_lazy as _

from content.mail.letters import Letter, Placeholder, register

START_PAGE = Placeholder(
    "start_page", _("address of the start page"), "/admin/", is_for_text=True, is_link=True
)

WEEKLY = Letter(
    "weekly_sheet",
    _("The day sheet of the week"),
    _("whoever of the office wants it"),
    (
        Placeholder(
            "sheet",
            _("what waits, as numbers"),
            _("Drafts: 3\nMessages to answer: 1"),
            is_required=True,
            is_for_text=True,
        ),
        START_PAGE,
    ),
)
REVIEW = Letter(
    "pages_to_review",
    _("Your pages are to be looked at again"),
    _("whoever wrote them"),
    (
        Placeholder(
            "pages",
            _("the pages, each with the address of its form"),
            _("Bonn\nhttps://www.example.org/admin/cities/city/1/change/"),
            is_required=True,
            is_for_text=True,
        ),
        START_PAGE,
    ),
)

register(WEEKLY, REVIEW)
