"""The letters about an application, and what can be filled in."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from content.mail.letters import Letter, Placeholder, register
from volunteers.models import ApplicationState

TO_APPLICANT, TO_OFFICE, TO_GROUP = _("the volunteer"), _("the office"), _("the group")

REFERENCE = Placeholder("reference", _("reference"), "VOL-7K3Q-9X", is_required=True)
NAME = Placeholder("name", _("name of the volunteer"), "Zoë O’Brien")
GROUP = Placeholder("group", _("name of the group"), _("Oxford Bonn Link"))
OWN_PAGE = Placeholder(
    "own_page",
    _("address of the volunteer's own page, by which the offer can be taken back and erased"),
    "/volunteer/application/…/",
    is_required=True,
    is_for_text=True,
    is_link=True,
)
ANSWERS = Placeholder(
    "answers",
    _("everything that the volunteer answered"),
    _("Name: Zoë O’Brien\nLanguages: French, a little Russian"),
    is_required=True,
    is_for_text=True,
)
CALLED_PAGE = Placeholder(
    "called_page",
    _("address of the page on which the group says that it has called"),
    "/volunteer/called/…/",
    is_required=True,
    is_for_text=True,
    is_link=True,
)
ADMIN_PAGE = Placeholder(
    "admin_page",
    _("address of the application in the list"),
    "/admin/volunteers/application/1/change/",
    is_for_text=True,
    is_link=True,
)

RECEIPT = Letter(
    "application_receipt",
    _("An offer to help has arrived: receipt"),
    TO_APPLICANT,
    (
        REFERENCE,
        Placeholder("answer_time", _("how long an answer may take"), _("within 7 days")),
        Placeholder("consent_date", _("day of the consent"), "1.12.2026"),
        Placeholder("consent_version", _("version of the consent"), "2026-1"),
        Placeholder(
            "consent",
            _("what the volunteer agreed to"),
            _("I agree that the office keeps my answers."),
            is_required=True,
            is_for_text=True,
        ),
        Placeholder("erase_on", _("day on which everything is erased"), "1.12.2027"),
        OWN_PAGE,
    ),
)
FOR_OFFICE = Letter(
    "application_for_office",
    _("An offer to help has arrived: to the office"),
    TO_OFFICE,
    (REFERENCE, NAME, ANSWERS, ADMIN_PAGE),
)
FOR_GROUP = Letter(
    "application_for_group",
    _("An offer to help is passed to a group"),
    TO_GROUP,
    (REFERENCE, GROUP, ANSWERS, CALLED_PAGE),
)
REMINDER = Letter(
    "application_reminder",
    _("A group has not said that it has called: reminder"),
    TO_GROUP,
    (REFERENCE, GROUP, Placeholder("passed_on", _("day on which it was passed on"), "1.12.2026"),
     CALLED_PAGE),
)  # fmt: skip
UNANSWERED = Letter(
    "application_unanswered",
    _("A group has not said that it has called: to the office"),
    TO_OFFICE,
    (REFERENCE, GROUP, Placeholder("passed_on", _("day on which it was passed on"), "1.12.2026"),
     Placeholder("reminded", _("who in the group was reminded"), _("Chair, Secretary")),
     ADMIN_PAGE),
)  # fmt: skip
WITHDRAWN = Letter(
    "application_withdrawn", _("An offer to help was taken back"), TO_OFFICE, (REFERENCE,)
)
ERASED = Letter("application_erased", _("An offer to help was erased"), TO_OFFICE, (REFERENCE,))
_REFERENCE = replace(REFERENCE, is_required=False)
# By the state that an application comes into; the officer sees them before they go out.
STATE_LETTERS: dict[str, Letter] = {
    ApplicationState.CONTACTED: Letter(
        "state_contacted", _("We would like to talk"), TO_APPLICANT, (_REFERENCE, NAME, OWN_PAGE)
    ),
    ApplicationState.PASSED: Letter(
        "state_passed",
        _("We have passed your offer to a group"),
        TO_APPLICANT,
        (_REFERENCE, NAME, GROUP, OWN_PAGE),
    ),
    ApplicationState.ACTIVE: Letter(
        "state_active", _("Welcome as a volunteer"), TO_APPLICANT, (_REFERENCE, NAME, OWN_PAGE)
    ),
    ApplicationState.DECLINED: Letter(
        "state_declined", _("We have no task"), TO_APPLICANT, (_REFERENCE, NAME, OWN_PAGE)
    ),
}

register(RECEIPT, FOR_OFFICE, *STATE_LETTERS.values(), FOR_GROUP, REMINDER)
register(UNANSWERED, WITHDRAWN, ERASED)
