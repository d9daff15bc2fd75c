"""The way of an application from state to state, as officers lead it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.mail import compose
from content.models import Council
from links.models import LinkGroup
from volunteers.models import Application

# What stands in a letter for the group that is chosen later, whatever the letter's language
GROUP_MARK = "[group]"
TEXTS = ["name", "email", "phone", "languages", "skills", "availability", "message"]


class MovedOn(Exception):
    """The application is no longer in the state in which it was seen."""


@dataclass(frozen=True)
class Draft:
    """A letter to the applicant that an officer may still change."""

    subject: str = ""
    text: str = ""

    def naming(self, group: LinkGroup, language: str) -> Draft:
        """The letter with the name of `group` wherever GROUP_MARK stands."""
        with override(language):
            name = str(group.name)
        mark = re.compile(re.escape(GROUP_MARK), re.IGNORECASE)
        return Draft(*(mark.sub(lambda _found: name, part) for part in (self.subject, self.text)))


def draft_for(application: Application, state: str) -> Draft:
    """The letter that goes with entering `state`, in the applicant's language; may be empty."""
    context = {
        "application": application,
        "group": GROUP_MARK,
        "council": Council.current(),
        "site_url": settings.SITE_URL,
    }
    with override(application.language):
        try:
            text = render_to_string(f"emails/state_{state}.txt", context).strip()
        except TemplateDoesNotExist:
            return Draft()
        subject = _("Your offer to help %(reference)s") % {"reference": application.reference}
    return Draft(subject, text)


@transaction.atomic
def enter(
    application: Application,
    state: str,
    *,
    seen: str | None = None,
    author: AbstractBaseUser | None = None,
    group: LinkGroup | None = None,
    note: str = "",
    letter: Draft | None = None,
) -> None:
    """Enter a state: the waiting time and the time until erasure begin again.

    Withdrawing never puts the erasure off.

    The step is noted with what the officer adds; `letter` goes to the applicant; a group that
    it is passed to is told through the contacts who receive its messages.

    Raises:
        MovedOn: if the application has left the state `seen`; `application` is then up to date.
    """
    # On SQLite the transaction itself holds the lock.
    application.refresh_from_db(from_queryset=Application.objects.select_for_update())
    if seen is not None and application.state != seen:
        raise MovedOn
    application.state = state
    application.state_since = timezone.now()
    erase_on = Application.erasure_date(state)
    if state == Application.State.WITHDRAWN:
        erase_on = min(erase_on, application.erase_on)
    application.erase_on = erase_on
    application.group = group or application.group
    application.save(update_fields=["state", "state_since", "erase_on", "group"])
    lines = [_("State: %(state)s") % {"state": application.get_state_display()}]
    if state == Application.State.PASSED and application.group:
        told = _tell_group(application)
        names = ", ".join(told) or _("nobody in the group receives messages")
        lines.append(_("Told: %(names)s") % {"names": names})
        letter = letter and letter.naming(application.group, application.language)
    if letter and letter.text.strip():
        _write(application, letter)
        lines.append(_("Letter: %(subject)s") % {"subject": letter.subject})
    if note.strip():
        lines.append(note.strip())
    application.notes.create(author=author, text="\n".join(lines))


@transaction.atomic
def merge(kept: Application, other: Application, author: AbstractBaseUser | None = None) -> None:
    """Make one of two: what `kept` lacks it gets, what differs is noted, nothing is lost."""
    lost = [
        f"{field.verbose_name}: {getattr(other, field.name)}"
        for field in (Application._meta.get_field(name) for name in TEXTS)
        if getattr(other, field.name) not in ("", getattr(kept, field.name))
        and getattr(kept, field.name)
    ]
    for name in [*TEXTS, "group", "vetting_seen_on"]:
        if not getattr(kept, name):
            setattr(kept, name, getattr(other, name))
    kept.created_at = min(kept.created_at, other.created_at)
    former = [*kept.former_references.split(), other.reference, *other.former_references.split()]
    kept.former_references = " ".join(former)
    kept.save()
    kept.cities.add(*other.cities.all())
    kept.interests.add(*other.interests.all())
    kept.mails.add(*other.mails.all())
    other.notes.update(application=kept)
    consent = _("consent to wording %(version)s on %(date)s") % {
        "version": other.consent_wording.version,
        "date": other.consent_given_at.date().isoformat(),
    }
    title = _("Merged with %(reference)s (%(consent)s)") % {
        "reference": other.reference,
        "consent": consent,
    }
    kept.notes.create(author=author, text="\n".join([title, *lost]))
    other.delete()


def letter_context(application: Application) -> dict:
    """What every letter about an application may tell."""
    return {
        "application": application,
        "cities": application.cities.all().in_order(),
        "interests": list(application.interests.all()),
    }


def _write(application: Application, letter: Draft) -> None:
    application.mails.add(
        compose.queue_text(
            letter.subject,
            letter.text,
            to=application.email,
            language=application.language,
            reply_to=Council.current().email,
        )
    )


def _tell_group(application: Application) -> list[str]:
    """Tell the contacts of the group. Returns their roles."""
    told = []
    for contact in application.group.contacts.filter(receives_messages=True):
        letter = compose.queue(
            "application_for_group",
            to=contact.email,
            context=letter_context(application),
            language=settings.LANGUAGE_CODE,
            reply_to=application.email,
        )
        application.mails.add(letter)
        told.append(str(contact.role))
    return told
