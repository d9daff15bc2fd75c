"""The letter that asks a group, and what can be filled in."""

from django.utils.translation import gettext_lazy as _

from content.mail.letters import Letter, Placeholder, register

GROUP = Placeholder("group", _("name of the group"), _("Oxford Bonn Link"))
PAGE = Placeholder(
    "page", _("address of the group's page"), "/groups/oxford-bonn-link/", is_required=True,
    is_for_text=True, is_link=True,
)  # fmt: skip
ANSWER_PAGE = Placeholder(
    "answer_page",
    _("address of the page on which the group answers"),
    "/still-right/…/",
    is_required=True,
    is_for_text=True,
    is_link=True,
)
UNTIL = Placeholder("until", _("last day on which the link can be used"), "1.3.2027")

QUESTION = Letter(
    "still_right", _("Is your page still right?"), _("the group"), (GROUP, PAGE, ANSWER_PAGE, UNTIL)
)

register(QUESTION)
