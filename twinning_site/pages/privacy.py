"""What is held about a person, wherever it is: found, exported, erased.

Everything that knows people is asked here: applications, messages, feedback, the outbox, the
groups' contacts, the accounts of staff and the admin's history. Models of later apps with
personal data have to be added; a test compares this list with all models of ours.
"""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.serializers.python import Serializer
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from post_office.models import STATUS, Email

from links.models import Contact
from twinning_site.pages import actions as message_actions
from twinning_site.pages.models import Enquiry, Feedback
from volunteers import actions as volunteer_actions
from volunteers.models import Application, ErasureRecord, Note, RateCount


def held_about(address: str) -> dict[str, QuerySet]:
    """Every row that holds the e-mail address, by the name of its kind."""
    said = Q(message__icontains=address) | Q(html_message__icontains=address)
    return {
        "applications": Application.objects.of(address),
        "notes": Note.objects.filter(
            Q(application__email__iexact=address) | Q(text__icontains=address)
        ),
        "enquiries": Enquiry.objects.filter(
            Q(email__iexact=address) | Q(message__icontains=address)
        ),
        "feedback": Feedback.objects.filter(comment__icontains=address),
        "mails": Email.objects.filter(
            said | Q(to__icontains=address) | Q(headers__icontains=address)
        ),
        "contacts": Contact.objects.filter(email__iexact=address),
        "history": LogEntry.objects.filter(
            Q(object_repr__icontains=address) | Q(change_message__icontains=address)
        ),
    }


def export(address: str) -> dict[str, list[dict]]:
    """Everything held about an address, as plain values, by kind (GDPR, article 15)."""
    rows = {kind: Serializer().serialize(found) for kind, found in held_about(address).items()}
    return {kind: [row["fields"] for row in found] for kind, found in rows.items()}


@transaction.atomic
def erase_person(address: str) -> dict[str, int]:
    """Erase everything held about an address (GDPR, article 17).

    A contact of a group stays, without what is personal: the office has to name another one.

    Returns:
        How many rows of each kind.
    """
    held = held_about(address)
    counts = {kind: found.count() for kind, found in held.items()}
    for application in held["applications"]:
        volunteer_actions.erase(application, ErasureRecord.Reason.ASKED)
    for enquiry in held["enquiries"]:
        message_actions.erase(enquiry, ErasureRecord.Reason.ASKED)
    held["contacts"].update(
        name="", email="", phone="", show_name=False, show_email=False, show_phone=False,
        receives_messages=False,
    )  # fmt: skip
    # What is left of these only mentions the person.
    for kind in ("notes", "feedback", "mails", "history"):
        held[kind].delete()
    _forget_mail_files(address)
    for kind in ("feedback", "mails"):
        _record(kind, counts[kind], ErasureRecord.Reason.ASKED)
    return {kind: count for kind, count in counts.items() if count}


def due_today() -> dict[str, QuerySet]:
    """What the nightly run erases, by kind. A message is kept until it is delivered."""
    now = timezone.now()
    undelivered = Email.objects.exclude(status=STATUS.sent)
    return {
        "applications": Application.objects.due_for_erasure(),
        "enquiries": Enquiry.objects.due_for_erasure().exclude(mails__in=undelivered),
        "feedback": Feedback.objects.due_for_erasure(),
        "mails": Email.objects.filter(
            status=STATUS.sent,
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
    _forget_mail_files(before=timezone.localdate() - timedelta(days=settings.MAIL_KEEP_DAYS))
    for kind in ("feedback", "mails"):
        _record(kind, counts[kind], ErasureRecord.Reason.DUE)
    return {kind: count for kind, count in counts.items() if count}


def wipe_free_pages() -> None:
    """Take what was erased out of SQLite's write-ahead log as well.

    The settings let SQLite overwrite what it deletes; PostgreSQL does so by its autovacuum.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _record(what: str, number: int, reason: str) -> None:
    if number:
        ErasureRecord.objects.create(what=what, number=number, reason=reason)


def _forget_mail_files(address: str = "", before: date | None = None) -> None:
    """Delete letters that were written to files in place of being sent.

    Only on a machine without a mail server; the headers name the recipient in plain letters.
    """
    folder = Path(settings.EMAIL_FILE_PATH) if settings.EMAIL_FILE_PATH else None
    for path in folder.glob("*.log") if folder else []:
        is_old = before and date.fromtimestamp(path.stat().st_mtime) < before
        if is_old or (address and address.lower().encode() in path.read_bytes().lower()):
            path.unlink()
