"""What becomes of the letters that `content/mail/compose.py` queued: claims, retries, the alarm.

A worker claims a letter by moving its `scheduled_time` past the longest time that delivering
it can take. Only one worker's UPDATE finds the old value, so any number may run, on SQLite
and PostgreSQL alike; a letter whose worker died is due again when its claim has run out.
docs/mail.md says which single case can deliver a letter twice.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from post_office.models import STATUS, Email, Log

logger = logging.getLogger(__name__)

OPEN = [STATUS.queued, STATUS.requeued]
# Steps of an SMTP dialogue, each of which may take EMAIL_TIMEOUT seconds (RFC 5321, 4.5.3.2)
SMTP_STEPS = 12
MAX_PAUSE = timedelta(hours=1)
# With the pauses between them these take five days, as with mail servers (RFC 5321, 4.5.4.1).
MAX_TRIES = 127
ALARM_AFTER = timedelta(hours=1)


def due(now: datetime) -> QuerySet[Email]:
    """Letters to send at `now`, the longest waiting first."""
    return Email.objects.filter(
        Q(scheduled_time__lte=now) | Q(scheduled_time=None), status__in=OPEN
    ).order_by("scheduled_time", "pk")


def claim() -> Email | None:
    """Take one due letter that no other worker can take now, or None."""
    now = timezone.now()
    lease = timedelta(seconds=settings.EMAIL_TIMEOUT * SMTP_STEPS)
    for letter in due(now)[:20]:
        tries = (letter.number_of_retries or 0) + 1
        won = Email.objects.filter(
            pk=letter.pk, status__in=OPEN, scheduled_time=letter.scheduled_time
        ).update(scheduled_time=now + lease, number_of_retries=tries, last_updated=now)
        if won:
            letter.number_of_retries = tries
            return letter
    return None


def note_sent(letter: Email) -> None:
    """Write down that the server took the letter. It may have been erased meanwhile."""
    with transaction.atomic():
        if Email.objects.filter(pk=letter.pk).update(
            status=STATUS.sent, last_updated=timezone.now()
        ):
            Log.objects.create(email=letter, status=STATUS.sent)


def pause_after(tries: int) -> timedelta:
    """How long a letter that was refused so often waits for its next try."""
    first = timedelta(seconds=settings.MAIL_FIRST_PAUSE)
    return min(first * 2 ** min(tries - 1, 10), MAX_PAUSE)


def note_failure(letter: Email, error: Exception, *, server_down: bool = False) -> None:
    """Put the letter back for a later try; after MAX_TRIES leave it to the officer.

    With `server_down` the try does not count and the letter is due at once: the worker pauses.
    """
    now = timezone.now()
    tries = letter.number_of_retries or 1
    given_up = not server_down and tries >= MAX_TRIES
    with transaction.atomic():
        if Email.objects.filter(pk=letter.pk).update(
            status=STATUS.failed if given_up else STATUS.requeued,
            scheduled_time=now if server_down else now + pause_after(tries),
            number_of_retries=tries - server_down,
            last_updated=now,
        ):
            Log.objects.create(
                email=letter,
                status=STATUS.failed,
                exception_type=type(error).__name__,
                message=str(error)[:500],
            )
    # The error's own words may hold an address, so that they stay out of the log.
    logger.warning("Letter %s was not delivered: %s", letter.pk, type(error).__name__)


def send_again(letters: QuerySet[Email]) -> int:
    """Make letters due now, with all their tries before them, also those given up or sent.

    Returns:
        How many.
    """
    now = timezone.now()
    return letters.update(
        status=STATUS.queued, scheduled_time=now, created=now, number_of_retries=0
    )


@dataclass(frozen=True)
class OutboxState:
    """What the dashboard tells: counts, since when the oldest letter waits, the last error."""

    waiting: int
    given_up: int
    waiting_since: datetime | None
    last_error: str

    @property
    def is_alarming(self) -> bool:
        """Whether mail has failed, or no worker has run, for an hour."""
        late = self.waiting_since and timezone.now() - self.waiting_since > ALARM_AFTER
        return bool(late or self.given_up)


def state() -> OutboxState:
    """Read the state of the outbox; the last error only where there is something to explain."""
    counts = Email.objects.aggregate(
        waiting=Count("pk", filter=Q(status__in=OPEN)),
        given_up=Count("pk", filter=Q(status=STATUS.failed)),
        waiting_since=Min("created", filter=Q(status__in=OPEN)),
    )
    last_error = ""
    if counts["waiting"] or counts["given_up"]:
        failures = Log.objects.filter(
            status=STATUS.failed, email__status__in=[*OPEN, STATUS.failed]
        )
        last_error = failures.order_by("-pk").values_list("exception_type", flat=True).first()
    return OutboxState(**counts, last_error=last_error or "")
