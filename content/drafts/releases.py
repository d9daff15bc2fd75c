"""Ask for the release of what was written, and answer; both are told by e-mail."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.models import AbstractUser, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, override

from content.drafts.rows import filled_in, stored_rows
from content.languages.staff import staff_language
from content.mail.compose import queue_text
from content.models import Council, Draft, Publishable, ReleaseAnswer, ReleaseRequest


def state_hash(thing: Publishable, draft: Draft | None) -> str:
    """Return what tells one state of what officers have filled in from every other."""
    rows = [
        [row["model"], row["pk"], {name: row["fields"][name] for name in filled_in(row)}]
        for row in (draft.rows if draft else stored_rows(thing))
    ]
    return sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def submit(thing: Publishable, draft: Draft | None, user: User | None, word: str) -> ReleaseRequest:
    """Ask for the release of the state as it is saved now; an earlier request ends.

    `user` is None if a group without an account has handed it in.
    """
    waiting = ReleaseRequest.objects.of(thing).waiting()
    waiting.update(
        answer=ReleaseAnswer.WITHDRAWN,
        answered_by=user and user.pk,
        answered_at=timezone.now(),
    )
    request = ReleaseRequest.objects.create(
        content_type=ContentType.objects.get_for_model(thing),
        object_id=str(thing.pk),
        state_hash=state_hash(thing, draft),
        submitted_by=user,
        word=word,
    )
    with override(staff_language()):
        subject = gettext("For release: %(what)s") % {"what": thing}
        text = gettext("%(who)s has written this and asks you to publish it: %(what)s") % {
            "who": capfirst(request.sender_name),
            "what": thing,
        }
        _tell(_addresses_of_releasers(thing, user), subject, [text, word], thing)
    return request


@transaction.atomic
def answer(
    waiting: ReleaseRequest, thing: Publishable, user: User, given: ReleaseAnswer, reply: str
) -> None:
    """Store the answer and tell whoever has asked, unless they gave it themselves."""
    waiting.answer, waiting.answered_by = given, user
    waiting.answered_at, waiting.reply = timezone.now(), reply
    waiting.save()
    asker = waiting.submitted_by
    if asker is None or asker.pk == user.pk or not asker.email or not asker.is_active:
        return
    with override(staff_language()):
        if given == ReleaseAnswer.RELEASED:
            subject = gettext("Published: %(what)s") % {"what": thing}
            text = gettext("%(who)s has published what you wrote: %(what)s")
        else:
            subject = gettext("Sent back: %(what)s") % {"what": thing}
            text = gettext("%(who)s has looked at what you wrote, and sends it back: %(what)s")
        _tell([asker.email], subject, [text % {"who": _name(user), "what": thing}, reply], thing)


def tell_of_ended_schedule(thing: Publishable, user: User, moment: datetime) -> None:
    """Tell those who may publish that changes do not appear at `moment` any more."""
    with override(staff_language()):
        subject = gettext("Not published by itself any more: %(what)s") % {"what": thing}
        text = gettext(
            "The changes of “%(what)s” were to be published on %(moment)s. They are not: %(who)s "
            "has changed or discarded them."
        )
        values = {"who": _name(user), "what": thing, "moment": moment_text(moment)}
        _tell(_addresses_of_releasers(thing, user), subject, [text % values], thing)


def moment_text(moment: datetime) -> str:
    """Return date and time in the time zone of the site, in the active language."""
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


def _name(user: AbstractUser) -> str:
    return user.get_full_name() or user.get_username()


def _addresses_of_releasers(thing: Publishable, sender: User | None) -> list[str]:
    """Return the addresses of those who may publish the row, or else that of the office.

    Superusers are left out: they keep the site running, and are not its officers.
    """
    options = thing._meta
    users = User.objects.with_perm(
        f"{options.app_label}.publish_{options.model_name}",
        include_superusers=False,
        backend="django.contrib.auth.backends.ModelBackend",
    )
    users = users.filter(is_active=True, is_staff=True).exclude(email="")
    if sender:
        users = users.exclude(pk=sender.pk)
    addresses = sorted(set(users.values_list("email", flat=True)))
    return addresses or ([Council.office_email()] if Council.current() else [])


def _tell(addresses: Iterable[str], subject: str, parts: list[str], thing: Publishable) -> None:
    options = thing._meta
    name = f"admin:{options.app_label}_{options.model_name}_release"
    address = f"{settings.SITE_URL}{reverse(name, args=[thing.pk])}"
    text = "\n\n".join(filter(None, [*parts, address]))
    for to in addresses:
        queue_text(subject, text, to=to, language=staff_language())
