"""The worker that sends the outbox, one e-mail at a time, over one connection a round."""

import logging
import smtplib
import threading
from datetime import timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, InterfaceError, close_old_connections
from django.utils import timezone

from content.heartbeat import beat
from content.mail import outbox
from content.models import QueuedEmail

logger = logging.getLogger(__name__)

# psycopg2 raises the bare DatabaseError when the server closes the connection.
DATABASE_ERRORS = (DatabaseError, InterfaceError)


class Worker:
    """Sends until `stop` is set, and finishes the e-mail in hand before it ends.

    `idle_pause`: seconds between looks at an empty outbox. `down_pause`, doubled up to
    `max_down_pause`: seconds before the next try of a server that does not answer.
    """

    def __init__(
        self,
        stop: threading.Event,
        idle_pause: float = 1,
        down_pause: float = 2,
        max_down_pause: float = 120,
    ):
        self.stop = stop
        self.idle_pause = idle_pause
        self.down_pause = down_pause
        self.max_down_pause = max_down_pause
        self.failed_rounds = 0
        self.next_alarm = timezone.now()

    def run(self) -> None:
        while not self.stop.is_set():
            beat()
            try:
                close_old_connections()
                self.send_due()
                self.raise_alarm()
            except DATABASE_ERRORS as error:
                logger.error("The database did not answer: %s", type(error).__name__)
                self.failed_rounds += 1
            self.stop.wait(self.pause)

    @property
    def pause(self) -> float:
        """Seconds to wait, longer with every round that failed."""
        if not self.failed_rounds:
            return self.idle_pause
        return min(self.down_pause * 2 ** min(self.failed_rounds - 1, 10), self.max_down_pause)

    def send_due(self) -> int:
        """Send what is due, until nothing is, the server fails, or `stop` is set.

        Returns:
            How many were sent.
        """
        sent, rounds_before, connection = 0, self.failed_rounds, None
        try:
            while not self.stop.is_set():
                beat()
                email = outbox.claim_next()
                if email is None:
                    self.failed_rounds = 0
                    break
                if connection is None:
                    connection = self._connect(email)
                    if connection is None:
                        break
                if self._send(email, connection):
                    sent += 1
                    self.failed_rounds = rounds_before = 0
                    continue
                _close(connection)
                connection = None
                if self.failed_rounds > rounds_before:
                    break
        finally:
            if connection is not None:
                _close(connection)
        return sent

    def _connect(self, email: QueuedEmail) -> BaseEmailBackend | None:
        """Open a connection, kept open so that a failing goodbye cannot undo a delivery."""
        try:
            connection = get_connection(settings.OUTBOX_TRANSPORT)
            connection.open()
        except Exception as error:
            # A backend may raise anything; the e-mail is not to blame.
            outbox.record_failure(email, error, server_down=True)
            self.failed_rounds += 1
            return None
        return connection

    def _send(self, email: QueuedEmail, connection: BaseEmailBackend) -> bool:
        """Send a claimed e-mail, record what came of it, and return whether it was sent."""
        try:
            if not connection.send_messages([email.as_message()]):
                raise ValueError("The mail backend sent nothing.")
        except Exception as error:
            # One e-mail, whatever is wrong with it, must not stop the others.
            outbox.record_failure(email, error, server_down=_is_closing(error))
            self.failed_rounds += _is_about_the_server(error)
            return False
        self._mark_sent(email)
        return True

    def _mark_sent(self, email: QueuedEmail) -> None:
        """Try hard: without this note the e-mail is sent again."""
        for attempt in range(8):
            try:
                return outbox.mark_sent(email)
            except DATABASE_ERRORS:
                close_old_connections()
                self.stop.wait(min(2**attempt / 10, 5))
        return outbox.mark_sent(email)

    def raise_alarm(self) -> None:
        """Log once an hour that mail does not go out."""
        now = timezone.now()
        if now < self.next_alarm:
            return
        state = outbox.state()
        self.next_alarm = now + (outbox.ALARM_AFTER if state.is_alarming else timedelta(minutes=1))
        if state.is_alarming:
            logger.error(
                "Mail has not gone out for an hour: %s waiting, %s given up, last error: %s",
                state.waiting,
                state.given_up,
                state.last_error or "none; no worker was running",
            )


def _is_closing(error: Exception) -> bool:
    """Return whether the server says that it is not available (RFC 5321, 3.8)."""
    return getattr(error, "smtp_code", 0) == 421


def _is_about_the_server(error: Exception) -> bool:
    """Return whether the next e-mail would fail as well: no answer, no connection, or 421.

    An answer that does not come counts as a try of the e-mail all the same: it may be the cause.
    """
    if isinstance(error, smtplib.SMTPException):
        return isinstance(error, smtplib.SMTPServerDisconnected) or _is_closing(error)
    return isinstance(error, OSError)


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError as error:
        # What was sent is sent, however the goodbye goes.
        logger.info("The mail server broke the goodbye off: %s", type(error).__name__)
