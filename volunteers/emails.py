"""E-mails about an application: to the applicant, to the office and to a group."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.mail import compose
from content.models import Council
from links.models import LinkGroup
from volunteers.models import Application

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
    context = {
        "application": application,
        "group": GROUP_PLACEHOLDER,
        "council": Council.current(),
        "own_page": LINK_PLACEHOLDER,
    }
    with override(application.language):
        try:
            text = render_to_string(f"emails/state_{state}.txt", context).strip()
        except TemplateDoesNotExist:
            return EmailDraft()
        subject = _("Your offer to help %(reference)s") % {"reference": application.reference}
    return EmailDraft(subject, text)


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
    context = _context(application) | {"answer_days": settings.VOLUNTEER_OVERDUE_DAYS["new"]}
    application.mails.add(
        compose.queue_template(
            "application_for_office",
            to=Council.office_email(),
            context=context,
            language=settings.LANGUAGE_CODE,
            reply_to=application.email,
        ),
        compose.queue_template(
            "application_receipt",
            to=application.email,
            context=context,
            language=application.language,
            reply_to=Council.office_email(),
            auto_submitted=compose.AUTO_REPLIED,
        ),
    )


def notify_group(application: Application, group: LinkGroup) -> list[str]:
    """Queue an e-mail to each contact of `group` who receives messages; return their roles."""
    roles = []
    for contact in group.contacts.filter(receives_messages=True):
        email = compose.queue_template(
            "application_for_group",
            to=contact.email,
            context=_context(application),
            language=settings.LANGUAGE_CODE,
            reply_to=application.email,
        )
        application.mails.add(email)
        roles.append(str(contact.role))
    return roles


def notify_office(template: str, reference: str) -> None:
    """Queue an e-mail to the office that tells only the reference, such as of an erasure."""
    compose.queue_template(
        template,
        to=Council.office_email(),
        context={"reference": reference},
        language=settings.LANGUAGE_CODE,
    )


def _filled_in(text: str, placeholder: str, words: str) -> str:
    return re.sub(re.escape(placeholder), lambda _match: words, text, flags=re.IGNORECASE)


def _context(application: Application) -> dict[str, object]:
    return {
        "application": application,
        "cities": application.cities.all().in_order(),
        "interests": list(application.interests.all()),
    }
