"""Erase what deleted rows leave outside the tables: e-mails in files, SQLite's write-ahead log."""

import logging
import re
import time
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from content.models import QueuedEmailQuerySet

logger = logging.getLogger(__name__)

# How long emptying the log waits for readers and writers
MAX_WAIT_SECONDS = 20


def whole_address(text: str) -> str:
    """Return a regular expression for `text` where it is no part of a longer e-mail address.

    Before it there may be a line break as JSON has it. Python and PostgreSQL read it alike.
    """
    return rf"(?:(?<![\w.+-])|(?<=\\[nrt])){re.escape(text)}(?![\w-]|\.\w)"


def erase_files_after_commit(address: str, emails: QueuedEmailQuerySet) -> None:
    """Erase e-mail files and log of an address; call it before `emails` are deleted."""
    words = [address, *emails.values_list("message_id", flat=True)]

    def erase() -> None:
        delete_email_files(*words)
        empty_write_ahead_log()

    # Robust: the rows are gone by then, and the person is to be told so.
    transaction.on_commit(erase, robust=True)


def delete_email_files(*words: str, before: date | None = None) -> None:
    """Delete e-mails that were written to files in place of being sent.

    Only on a machine without a mail server; the headers name the recipient in plain text.
    `words`: addresses and Message-IDs, any of which a file holds. `before`: the day before
    which files go whatever they hold.
    """
    folder = Path(settings.EMAIL_FILE_PATH) if settings.EMAIL_FILE_PATH else None
    pattern = re.compile("|".join(whole_address(word) for word in words), re.IGNORECASE)
    for path in folder.glob("*.log") if folder else []:
        is_old = before and date.fromtimestamp(path.stat().st_mtime) < before
        if is_old or (words and pattern.search(path.read_text(errors="replace"))):
            path.unlink(missing_ok=True)


def empty_write_ahead_log() -> None:
    """Remove what was erased from SQLite's write-ahead log as well.

    The settings let SQLite overwrite what it deletes; PostgreSQL does so by its autovacuum.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    deadline = time.monotonic() + MAX_WAIT_SECONDS
    with connection.cursor() as cursor:
        # It does nothing while somebody reads what stands in the log, and says so.
        while cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > deadline:
                logger.warning("The write-ahead log could not be emptied.")
                return
            time.sleep(0.05)
