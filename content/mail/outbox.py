"""Claim queued e-mails, record how sending them went, retry, and raise the alarm.

A worker claims an e-mail by moving its `due_at` past the longest time that delivering it can
take. Only one worker's UPDATE finds the old value, so any number may run, on SQLite and
PostgreSQL alike; an e-mail whose worker died is due again when its claim has run out.
docs/mail.md says which single case can deliver an e-mail twice.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from content.models import (
    AttemptOutcome,
    DeliveryAttempt,
    EmailState,
    QueuedEmail,
    QueuedEmailQuerySet,
)
from content.models.mail.queued_email import WAITING

logger = logging.getLogger(__name__)

# Commands and answers of an SMTP dialogue, each of which may take EMAIL_TIMEOUT seconds
# (RFC 5321, 4.5.3.2)
MAX_SMTP_EXCHANGES = 12
MAX_PAUSE = timedelta(hours=1)
# With the pauses between them these take five days, as with mail servers (RFC 5321, 4.5.4.1).
MAX_TRIES = 127
MAX_ERROR_LENGTH = 500
ALARM_AFTER = timedelta(hours=1)


def claim_next() -> QueuedEmail | None:
    """Take one due e-mail that no other worker can take now, or return None."""
    now = timezone.now()
    claimed_until = now + timedelta(seconds=settings.EMAIL_TIMEOUT * MAX_SMTP_EXCHANGES)
    for email in QueuedEmail.objects.due(now)[:20]:
        tries = email.tries + 1
        won = QueuedEmail.objects.filter(pk=email.pk, due_at=email.due_at).update(
            due_at=claimed_until, tries=tries, changed_at=now
        )
        if won:
            email.due_at, email.tries, email.changed_at = claimed_until, tries, now
            return email
    return None


def mark_sent(email: QueuedEmail) -> None:
    """Record that the server took the e-mail. It may have been erased meanwhile."""
    now = timezone.now()
    with transaction.atomic():
        if QueuedEmail.objects.filter(pk=email.pk).update(
            state=EmailState.SENT, due_at=None, sent_at=now, changed_at=now
        ):
            DeliveryAttempt.objects.create(email=email, outcome=AttemptOutcome.SENT)


def pause_after(tries: int) -> timedelta:
    """Return how long an e-mail that was refused so often waits for its next try."""
    first = timedelta(seconds=settings.MAIL_FIRST_PAUSE)
    return min(first * 2 ** min(tries - 1, 10), MAX_PAUSE)


def record_failure(email: QueuedEmail, error: Exception, *, server_down: bool = False) -> None:
    """Schedule a later try; after MAX_TRIES leave the e-mail to the officer.

    With `server_down` the try does not count and the e-mail is due at once: the worker pauses.
    """
    now = timezone.now()
    given_up = not server_down and email.tries >= MAX_TRIES
    if given_up:
        due_at = None
    else:
        due_at = now if server_down else now + pause_after(email.tries)
    with transaction.atomic():
        if QueuedEmail.objects.filter(pk=email.pk).update(
            state=EmailState.GIVEN_UP if given_up else EmailState.RETRYING,
            due_at=due_at,
            sent_at=None,
            tries=email.tries - server_down,
            changed_at=now,
        ):
            DeliveryAttempt.objects.create(
                email=email,
                outcome=AttemptOutcome.FAILED,
                error_type=type(error).__name__,
                error=str(error)[:MAX_ERROR_LENGTH],
            )
    # The error's own words may hold an address, so that they stay out of the log.
    logger.warning("E-mail %s was not delivered: %s", email.pk, type(error).__name__)


def send_again(emails: QueuedEmailQuerySet) -> int:
    """Make e-mails due now, with all their tries before them, also those given up or sent.

    Returns:
        How many.
    """
    now = timezone.now()
    return emails.update(
        state=EmailState.QUEUED, queued_at=now, changed_at=now, due_at=now, sent_at=None, tries=0
    )


@dataclass(frozen=True)
class OutboxState:
    """Numbers of waiting and given-up e-mails, the age of the oldest, and the last error."""

    waiting: int
    given_up: int
    waiting_since: datetime | None
    last_error: str

    @property
    def is_alarming(self) -> bool:
        """Return whether mail has failed, or no worker has run, for an hour."""
        late = self.waiting_since and timezone.now() - self.waiting_since > ALARM_AFTER
        return bool(late or self.given_up)


def state() -> OutboxState:
    """Return the state of the outbox, the last error only where something is to be explained."""
    counts = QueuedEmail.objects.aggregate(
        waiting=Count("pk", filter=Q(state__in=WAITING)),
        given_up=Count("pk", filter=Q(state=EmailState.GIVEN_UP)),
        waiting_since=Min("queued_at", filter=Q(state__in=WAITING)),
    )
    last_error = None
    if counts["waiting"] or counts["given_up"]:
        failures = DeliveryAttempt.objects.filter(
            outcome=AttemptOutcome.FAILED, email__state__in=[*WAITING, EmailState.GIVEN_UP]
        )
        last_error = failures.order_by("-pk").values_list("error_type", flat=True).first()
    return OutboxState(**counts, last_error=last_error or "")
