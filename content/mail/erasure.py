"""What erased rows leave outside the tables: letters in files, SQLite's write-ahead log."""

import re
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from post_office.models import Email


def whole(text: str) -> str:
    """A regular expression for `text` where it is not part of a longer e-mail address.

    Python and PostgreSQL read it alike.
    """
    return rf"(?<![\w.+-]){re.escape(text)}(?![\w-]|\.\w)"


def wipe_after_commit(address: str, letters: QuerySet[Email]) -> None:
    """Wipe what an address and its letters left; call it before the letters are deleted."""
    words = [address, *letters.exclude(message_id=None).values_list("message_id", flat=True)]

    def wipe() -> None:
        forget_letter_files(*words)
        wipe_free_pages()

    # Robust: the rows are gone by then, and the person is to be told so.
    transaction.on_commit(wipe, robust=True)


def forget_letter_files(*words: str, before: date | None = None) -> None:
    """Delete letters that were written to files in place of being sent.

    Only on a machine without a mail server; the headers name the recipient in plain letters.
    `words`: addresses and Message-IDs. `before`: older files go, whatever they hold.
    """
    folder = Path(settings.EMAIL_FILE_PATH) if settings.EMAIL_FILE_PATH else None
    pattern = re.compile("|".join(whole(word) for word in words), re.IGNORECASE)
    for path in folder.glob("*.log") if folder else []:
        is_old = before and date.fromtimestamp(path.stat().st_mtime) < before
        if is_old or (words and pattern.search(path.read_text(errors="replace"))):
            path.unlink(missing_ok=True)


def wipe_free_pages() -> None:
    """Take what was erased out of SQLite's write-ahead log as well.

    The settings let SQLite overwrite what it deletes; PostgreSQL does so by its autovacuum.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
