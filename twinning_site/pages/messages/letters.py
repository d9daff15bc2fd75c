"""The letters about a message to the office or to a group, and what can be filled in."""

from django.utils.translation import gettext_lazy as _

from content.mail.letters import Letter, Placeholder, register

REFERENCE = Placeholder("reference", _("reference"), "MSG-7K3Q-9X", is_required=True)
ADDRESSEE = Placeholder("addressee", _("to whom it was written"), _("Oxford Bonn Link"))
DATE = Placeholder("date", _("day on which it was written"), "1.12.2026")
MESSAGE = Placeholder(
    "message",
    _("the words of the writer"),
    _("When is the next meeting?"),
    is_required=True,
    is_for_text=True,
)
COPY_PAGE = Placeholder(
    "copy_page",
    _("address of the page by which the writer gets a copy"),
    "/contact/copy/…/",
    is_required=True,
    is_for_text=True,
    is_link=True,
)

FORWARDED = Letter(
    "enquiry",
    _("A message through the site"),
    _("the office or the group"),
    (REFERENCE, Placeholder("name", _("name of the writer"), "Zoë O’Brien"), ADDRESSEE, MESSAGE),
)
# It has none of the writer's words: nobody knows yet whose address was given.
RECEIPT = Letter(
    "enquiry_receipt",
    _("A message through the site: receipt"),
    _("the writer"),
    (REFERENCE, DATE, ADDRESSEE, COPY_PAGE),
)
COPY = Letter(
    "enquiry_copy",
    _("A message through the site: copy"),
    _("the writer"),
    (REFERENCE, DATE, MESSAGE),
)

register(FORWARDED, RECEIPT, COPY)
