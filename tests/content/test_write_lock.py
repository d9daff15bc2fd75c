"""Those who wait for SQLite's write lock keep nobody else waiting."""

import threading
import time

import pytest
from django.db import OperationalError, connection

from content.models import RateCount
from content.write_lock import waiting_at_most
from tests.serving.locked_database import locked_for_writing

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="other databases lock rows"),
]


class Writer(threading.Thread):
    """Leaves a cursor behind and writes; `seconds` is how long that took, `error` why it failed."""

    def __init__(self, patience: float = 20):
        super().__init__(daemon=True)
        self.patience = patience
        self.cursors: list = []
        self.begins = threading.Event()
        self.error: Exception | None = None

    def run(self) -> None:
        connection.ensure_connection()
        self.cursors.append(connection.connection.execute("SELECT 1 UNION SELECT 2"))
        self.begins.set()
        start = time.monotonic()
        try:
            with waiting_at_most(self.patience):
                RateCount.objects.get_or_create(key="x", defaults={"until": "2026-01-01T00:00Z"})
        except OperationalError as error:
            self.error = error
        finally:
            self.seconds = time.monotonic() - start
            connection.close()


def test_cursor_of_a_waiting_writer_can_be_thrown_away_by_another_thread():
    writer = Writer()
    with locked_for_writing():
        writer.start()
        writer.begins.wait(10)
        time.sleep(0.3)
        start = time.monotonic()
        writer.cursors.clear()
        took = time.monotonic() - start
        assert writer.is_alive()
        time.sleep(0.3)
    writer.join()

    assert took < 5
    assert writer.error is None
    assert RateCount.objects.count() == 1


def test_writer_gives_up_when_patience_is_over():
    writer = Writer(patience=0.3)
    with locked_for_writing():
        writer.start()
        writer.join()

    assert "locked" in str(writer.error)
    assert writer.seconds >= 0.3
