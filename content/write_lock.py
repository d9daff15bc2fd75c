"""Wait for SQLite's write lock in Python, not inside SQLite.

A thread that waits inside SQLite holds the mutex of its connection. Python collects garbage in
whichever thread it happens to; if a cursor of that connection is among the garbage, that thread
waits for the mutex, too. When it is the one that has the write lock, both stand still until the
patience of the first is over, and all other writers with them; when it is the one that accepts
connections, a whole web process does not answer.
"""

import random
import sqlite3
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

# Seconds to wait in all, and between two tries
_patience = ContextVar("patience", default=20.0)
SHORTEST_PAUSE, LONGEST_PAUSE = 0.01, 0.04
# Of each try, inside SQLite
MILLISECONDS = 50
# Zero would stand for no end.
NOT_AT_ONCE = "10ms"


@contextmanager
def waiting_at_most(seconds: float) -> Iterator[None]:
    """Give up waiting for the write lock of SQLite earlier; other databases are not affected."""
    token = _patience.set(min(seconds, _patience.get()))
    try:
        yield
    finally:
        _patience.reset(token)


@contextmanager
def never_waiting(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Fail at once where another one has the lock, for a write that can be left undone.

    On PostgreSQL this is a transaction, in which each statement waits for NOT_AT_ONCE at most.

    Raises:
        OperationalError: in place of waiting.
    """
    if connection.vendor != "sqlite":
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{NOT_AT_ONCE}'")
            yield
        return
    connection.ensure_connection()
    database = connection.connection
    database.execute("PRAGMA busy_timeout = 0")
    try:
        with waiting_at_most(0):
            yield
    finally:
        if connection.connection is database:
            database.execute(f"PRAGMA busy_timeout = {MILLISECONDS}")


def wait_outside_sqlite(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Have a new connection give up inside SQLite soon, and try again."""
    if connection.vendor != "sqlite":
        return
    connection.connection.execute(f"PRAGMA busy_timeout = {MILLISECONDS}")
    if _try_again not in connection.execute_wrappers:
        connection.execute_wrappers.append(_try_again)


def _try_again(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
    deadline = time.monotonic() + _patience.get()
    while True:
        try:
            return execute(sql, params, many, context)
        except OperationalError as error:
            # A transaction begins with the lock, so that nothing in it has to wait.
            is_begun = context["connection"].in_atomic_block
            if is_begun or not _is_busy(error) or time.monotonic() >= deadline:
                raise
            # They hold the cursor of this try, which would be garbage now.
            traceback.clear_frames(error.__traceback__)
        time.sleep(random.uniform(SHORTEST_PAUSE, LONGEST_PAUSE))  # noqa: S311 - no secret


def _is_busy(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_BUSY
