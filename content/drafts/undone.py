"""Transactions that are undone, in which a draft takes the place of its row (ADR 20)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

# Copying so much takes no longer than making the page, and the memory is needed as long as that.
MAX_COPIED = 32 * 1024**2


@contextmanager
def undone_transaction() -> Iterator[None]:
    """Have all that is written within be undone, without the writers' lock of SQLite.

    There a copy in memory stands in for the database of this thread meanwhile, unless it is larger
    than MAX_COPIED bytes. PostgreSQL has no such lock.
    """
    with _copy_in_memory(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _copy_in_memory() -> Iterator[None]:
    if connection.vendor != "sqlite" or connection.in_atomic_block or _size() > MAX_COPIED:
        yield
        return
    stored = connection.connection
    in_memory = {**connection.get_connection_params(), "database": ":memory:"}
    copy = connection.get_new_connection(in_memory)
    try:
        stored.backup(copy)
        connection.connection = copy
        yield
    finally:
        if connection.connection in (copy, stored):
            connection.connection = stored
        else:
            # Something has closed the copy; Django opens the database anew.
            stored.close()
        copy.close()


def _size() -> int:
    """Return the bytes of the database."""
    with connection.cursor() as cursor:
        sizes = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        ]
    return sizes[0] * sizes[1]
