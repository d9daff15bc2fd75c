"""Which process takes a new connection, and which is given up."""

import os
import socket
import time
from collections.abc import Iterator
from threading import Thread
from unittest.mock import Mock

import pytest
from gunicorn.config import Config

from twinning_site.serving import gunicorn_worker
from twinning_site.serving.gunicorn_worker import HeadFirstWorker


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture
def visitor(listener) -> Iterator[socket.socket]:
    with socket.create_connection(listener.getsockname()) as client:
        yield client


class Worker(HeadFirstWorker):
    """A worker that only keeps what it has accepted."""

    def __init__(self, listener: socket.socket, seconds: float | None = None) -> None:
        """Let the worker have been busy with a request for so many seconds."""
        super().__init__(0, os.getpid(), [listener], None, 30, Config(), None)
        self.tmp.close()  # It would tell the arbiter that the worker lives.
        self.running = {} if seconds is None else {"connection": time.monotonic() - seconds}
        self.accepted = []

    def enqueue_req(self, conn) -> None:
        self.accepted.append(conn)
        conn.close()


def test_idle_process_is_quicker_than_a_busy_one(listener, visitor, monkeypatch):
    monkeypatch.setattr(gunicorn_worker, "HEAD_START", 1)
    busy, idle = Worker(listener, seconds=1), Worker(listener)

    thread = Thread(target=busy.accept, args=[listener])
    thread.start()
    idle.accept(listener)
    thread.join()

    assert (len(busy.accepted), len(idle.accepted)) == (0, 1)


def test_busy_process_takes_what_nobody_else_does(listener, visitor):
    busy = Worker(listener, seconds=1)

    busy.accept(listener)

    assert len(busy.accepted) == 1


def test_short_requests_do_not_make_a_process_busy(listener, visitor, monkeypatch):
    monkeypatch.setattr(gunicorn_worker.time, "sleep", pytest.fail)
    worker = Worker(listener, seconds=-60)

    worker.accept(listener)

    assert len(worker.accepted) == 1


@pytest.mark.parametrize(
    ("seconds", "lives"),
    [([], True), ([90], True), ([90, 1], True), ([90, 61], False)],
)
def test_process_whose_threads_all_hang_tells_no_longer_that_it_lives(listener, seconds, lives):
    worker = Worker(listener)
    worker.cfg.set("threads", 2)
    worker.tmp = Mock()
    worker.running = {str(one): time.monotonic() - one for one in seconds}

    worker.notify()

    assert worker.tmp.notify.called is lives
