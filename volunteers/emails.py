"""E-mails about an application: to the applicant, to the office and to a group."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext, override

from content.mail import compose
from content.mail.letters import Letter, common_values
from content.mail.placeholders import Filled, filled_in
from content.models import Council
from content.text.dates import long_date
from content.text.lists import comma_separated
from links.models import LinkGroup
from volunteers import letters
from volunteers.models import Application
from volunteers.signed_addresses import handover_token

# Replaced by the name of the group, which is chosen only after the draft is shown, and by the
# address of the applicant's own page, a key that no officer sees. They are the same in every
# language.
GROUP_PLACEHOLDER = "[group]"
LINK_PLACEHOLDER = "[link]"


@dataclass(frozen=True)
class EmailDraft:
    """The text of an e-mail to the applicant, which an officer may still edit."""

    subject: str = ""
    text: str = ""

    def with_group_name(self, group: LinkGroup, language: str) -> EmailDraft:
        """Return a draft with the name of `group` in place of each GROUP_PLACEHOLDER."""
        with override(language):
            name = str(group.name)
        return EmailDraft(
            _filled_in(self.subject, GROUP_PLACEHOLDER, name),
            _filled_in(self.text, GROUP_PLACEHOLDER, name),
        )


def draft_email(application: Application, state: str) -> EmailDraft:
    """Return the draft for a change to `state`, in the applicant's language.

    The draft is empty for states about which the applicant is not told by default.
    """
    letter = letters.STATE_LETTERS.get(state)
    if letter is None:
        return EmailDraft()
    with override(application.language):
        words = letter.words(application.language)
        values = common_values() | {
            "reference": Filled.line(application.reference),
            "name": Filled.line(application.name),
            "group": Filled.line(GROUP_PLACEHOLDER),
            "own_page": Filled.line(LINK_PLACEHOLDER),
        }
    return EmailDraft(filled_in(words.subject, values), filled_in(words.text, values))


def queue_draft(application: Application, draft: EmailDraft) -> None:
    """Queue the edited draft for the applicant, with the address of their own page in it."""
    with override(application.language):
        own_page = f"{settings.SITE_URL}{application.get_absolute_url()}"
    application.mails.add(
        compose.queue_text(
            draft.subject,
            _filled_in(draft.text, LINK_PLACEHOLDER, own_page),
            to=application.email,
            language=application.language,
            reply_to=Council.office_email(),
        )
    )


def queue_receipt(application: Application) -> None:
    """Queue a copy of the application for the office, and a receipt for the applicant."""
    change = reverse("admin:volunteers_application_change", args=[application.pk])
    application.mails.add(
        compose.queue_letter(
            letters.FOR_OFFICE,
            lambda: {
                "reference": Filled.line(application.reference),
                "name": Filled.line(application.name),
                "answers": _answers(application),
                "admin_page": Filled.link(f"{settings.SITE_URL}{change}"),
            },
            to=Council.office_email(),
            language=settings.LANGUAGE_CODE,
            reply_to=application.email,
        ),
        compose.queue_letter(
            letters.RECEIPT,
            lambda: _receipt_values(application),
            to=application.email,
            language=application.language,
            reply_to=Council.office_email(),
            auto_submitted=compose.AUTO_REPLIED,
        ),
    )


def notify_group(application: Application, group: LinkGroup) -> list[str]:
    """Queue an e-mail to each contact of `group` who receives messages; return their roles."""
    return _queue_for_group(
        application,
        group,
        letters.FOR_GROUP,
        lambda: _handover_values(application, group) | {"answers": _answers(application)},
        reply_to=application.email,
    )


def remind_group(application: Application, group: LinkGroup) -> list[str]:
    """Queue a reminder to each of those contacts; return their roles."""
    return _queue_for_group(
        application,
        group,
        letters.REMINDER,
        lambda: _handover_values(application, group),
        reply_to=Council.office_email(),
    )


def tell_office_of_silence(application: Application, group: str, roles: list[str]) -> None:
    """Queue an e-mail to the office: a group has said nothing, and these of it were reminded."""
    change = reverse("admin:volunteers_application_change", args=[application.pk])
    application.mails.add(
        compose.queue_letter(
            letters.UNANSWERED,
            lambda: {
                "reference": Filled.line(application.reference),
                "group": Filled.line(group),
                "passed_on": Filled.line(long_date(localtime(application.state_since))),
                "reminded": Filled.line(
                    comma_separated(roles) or gettext("nobody, as nobody there receives messages")
                ),
                "admin_page": Filled.link(f"{settings.SITE_URL}{change}"),
            },
            to=Council.office_email(),
            language=settings.LANGUAGE_CODE,
        )
    )


def _queue_for_group(
    application: Application,
    group: LinkGroup,
    letter: Letter,
    values: Callable[[], dict[str, Filled]],
    reply_to: str,
) -> list[str]:
    roles = []
    for contact in group.contacts.filter(receives_messages=True):
        email = compose.queue_letter(
            letter,
            values,
            to=contact.email,
            language=settings.LANGUAGE_CODE,
            reply_to=reply_to,
        )
        application.mails.add(email)
        roles.append(str(contact.role))
    return roles


def _handover_values(application: Application, group: LinkGroup) -> dict[str, Filled]:
    token = handover_token(application.reference, group.pk, application.state_since)
    called_page = reverse("volunteers:called", args=[token])
    return {
        "reference": Filled.line(application.reference),
        "group": Filled.line(group.name),
        "passed_on": Filled.line(long_date(localtime(application.state_since))),
        "called_page": Filled.link(f"{settings.SITE_URL}{called_page}"),
    }


def notify_office(letter: Letter, reference: str) -> None:
    """Queue a letter to the office that tells only the reference, such as of an erasure."""
    compose.queue_letter(
        letter,
        lambda: {"reference": Filled.line(reference)},
        to=Council.office_email(),
        language=settings.LANGUAGE_CODE,
    )


def _receipt_values(application: Application) -> dict[str, Filled]:
    """Return what the receipt tells: nothing that a stranger could have typed."""
    days = settings.VOLUNTEER_OVERDUE_DAYS["new"]
    within = ngettext("within %(days)s day", "within %(days)s days", days) % {"days": days}
    return {
        "reference": Filled.line(application.reference),
        "answer_time": Filled.line(within),
        "consent_date": Filled.line(long_date(localtime(application.consent_given_at))),
        "consent_version": Filled.line(application.consent_wording.version),
        "consent": Filled.paragraphs(application.consent_text),
        "erase_on": Filled.line(long_date(application.erase_on)),
        "own_page": Filled.link(f"{settings.SITE_URL}{application.get_absolute_url()}"),
    }


def _answers(application: Application) -> Filled:
    """Return what is held about the applicant, as lines and as a list."""
    context = {
        "application": application,
        "cities": application.cities.all().in_order(),
        "interests": list(application.interests.all()),
        "tasks": list(application.tasks.all()),
        "answers": list(application.answers.all()),
    }
    return Filled(
        render_to_string("emails/_application.txt", context).strip(),
        render_to_string("volunteers/_answers.html", context),
        is_block=True,
    )


def _filled_in(text: str, placeholder: str, words: str) -> str:
    return re.sub(re.escape(placeholder), lambda _match: words, text, flags=re.IGNORECASE)
