"""What is held about a person, wherever it is: found, exported, erased.

Everything that knows people is asked here: applications, messages, feedback, the outbox, the
groups' contacts and the admin's history. Models of later apps with personal data have to be
added; a test compares this list with all models of ours.

What belongs to a person is deleted; where others only mention the person (`mentions.py`), the
person is blanked out.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.serializers.python import Serializer
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from post_office.models import STATUS, Email

from content.outbox import OPEN
from content.traces import forget_letter_files, whole
from links.models import Contact
from twinning_site.pages import actions as message_actions
from twinning_site.pages import mentions
from twinning_site.pages.models import Enquiry, Feedback
from volunteers import actions as volunteer_actions
from volunteers.models import Application, ErasureRecord, Note, RateCount


def belonging_to(address: str) -> dict[str, QuerySet]:
    """Rows of the person with this e-mail address, by the name of their kind."""
    applications = Application.objects.of(address)
    enquiries = Enquiry.objects.of(address)
    letters = Q(to__iregex=whole(address)) | Q(headers__iregex=whole(address))
    for rows in (applications, enquiries):
        through = rows.model.mails.through.objects
        link = {f"{rows.model._meta.model_name}__in": rows}
        letters |= Q(pk__in=through.filter(**link).values("email"))
    return {
        "applications": applications,
        "notes": Note.objects.filter(application__in=applications),
        "enquiries": enquiries,
        "mails": Email.objects.filter(letters),
        "contacts": Contact.objects.filter(email__iexact=address),
    }


def mentioned_elsewhere(address: str) -> dict[str, QuerySet]:
    """Rows of others with a text in which the address stands, by the name of their kind."""
    own = belonging_to(address)
    return {
        kind: rows.exclude(pk__in=own[kind].values("pk")) if kind in own else rows
        for kind, rows in mentions.mentioning(address).items()
    }


def held_about(address: str) -> dict[str, QuerySet]:
    """Every row that holds the e-mail address, by what it is.

    Raises:
        ValidationError: if `address` is not one whole address.
    """
    validate_email(address)
    mentioned = mentioned_elsewhere(address)
    return belonging_to(address) | {f"mentions in {kind}": mentioned[kind] for kind in mentioned}


def export(address: str) -> dict[str, list[dict]]:
    """Everything held about an address, as plain values, by what it is (GDPR, article 15).

    Of other people's rows only the texts: the rest is about them.
    """
    texts = {f"mentions in {kind}": fields for kind, (_model, fields) in mentions.TEXTS.items()}
    return {
        kind: [row["fields"] for row in Serializer().serialize(rows, fields=texts.get(kind))]
        for kind, rows in held_about(address).items()
    }


@transaction.atomic
def erase_person(address: str) -> dict[str, int]:
    """Erase everything held about an address (GDPR, article 17).

    A contact of a group stays, without what is personal: the office has to name another one.

    Returns:
        How many rows of each kind.

    Raises:
        ValidationError: if `address` is not one whole address.
    """
    held = held_about(address)
    counts = {kind: rows.count() for kind, rows in held.items()}
    words = _words_for(address)
    for application in held["applications"]:
        volunteer_actions.erase(application, ErasureRecord.Reason.ASKED)
    for enquiry in held["enquiries"]:
        message_actions.erase(enquiry, ErasureRecord.Reason.ASKED)
    held["contacts"].update(
        name="", email="", phone="", show_name=False, show_email=False, show_phone=False,
        receives_messages=False,
    )  # fmt: skip
    held["mails"].delete()
    for kind, (_model, fields) in mentions.TEXTS.items():
        mentions.blank_out(held[f"mentions in {kind}"], fields, words)
    forget_letter_files(address)
    _record("mails", counts["mails"], ErasureRecord.Reason.ASKED)
    mentioned = sum(number for kind, number in counts.items() if kind.startswith("mentions"))
    _record("mentions", mentioned, ErasureRecord.Reason.ASKED)
    return {kind: count for kind, count in counts.items() if count}


def due_today() -> dict[str, QuerySet]:
    """What the nightly run erases, by kind. A message is kept while its letters still wait."""
    now = timezone.now()
    waiting = Email.objects.filter(status__in=OPEN)
    return {
        "applications": Application.objects.due_for_erasure(),
        "enquiries": Enquiry.objects.due_for_erasure().exclude(mails__in=waiting),
        "feedback": Feedback.objects.due_for_erasure(),
        "mails": Email.objects.filter(
            status__in=[STATUS.sent, STATUS.failed],
            last_updated__lt=now - timedelta(days=settings.MAIL_KEEP_DAYS),
        ),
        "counts": RateCount.objects.filter(until__lt=now),
        "sessions": Session.objects.filter(expire_date__lt=now),
    }


@transaction.atomic
def erase_due() -> dict[str, int]:
    """Erase what is due. Returns: how many rows of each kind."""
    due = due_today()
    counts = {kind: found.count() for kind, found in due.items()}
    for application in due["applications"]:
        volunteer_actions.erase(application, ErasureRecord.Reason.DUE)
    for enquiry in due["enquiries"].distinct():
        message_actions.erase(enquiry, ErasureRecord.Reason.DUE)
    for kind in ("feedback", "mails", "counts", "sessions"):
        due[kind].delete()
    forget_letter_files(before=timezone.localdate() - timedelta(days=settings.MAIL_KEEP_DAYS))
    for kind in ("feedback", "mails"):
        _record(kind, counts[kind], ErasureRecord.Reason.DUE)
    return {kind: count for kind, count in counts.items() if count}


def _words_for(address: str) -> set[str]:
    """What to blank out where the address is mentioned: it, the person's full name and phone.

    A first name alone may be anybody's, and stays.
    """
    own = belonging_to(address)
    people = [*own["applications"], *own["enquiries"], *own["contacts"]]
    names = {person.name for person in people if " " in person.name.strip()}
    phones = {getattr(person, "phone", "") for person in people} - {""}
    return {address, *names, *phones}


def _record(what: str, number: int, reason: str) -> None:
    if number:
        ErasureRecord.objects.create(what=what, number=number, reason=reason)
