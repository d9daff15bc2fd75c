"""gunicorn's threads, given out with more care for readers."""

import select
import socket
import time
from typing import Any

from gunicorn.http.message import Request
from gunicorn.workers import gthread

# A process keeps the connections it has accepted, also while another one has nothing to do. Who
# has to connect again, after so many seconds of processor time, reaches an idle one.
WORK_PER_CONNECTION = 0.02
# Seconds for a head, and bytes of it that are looked at
PATIENCE, MAX_PEEKED = 10, 64 * 1024
# Milliseconds that an idle thread waits for the next request of a reader whom it has answered
LINGER_MS = 1
# Seconds after which a process counts as busy: a kept page takes less
BUSY_AFTER = 0.002
# Seconds after which a process all of whose threads have been busy is given up
HANGS_AFTER = 60
# Seconds by which a process with nothing to do is ahead of a busy one: enough to wake up
HEAD_START = 0.0005


class HeadFirstWorker(gthread.ThreadWorker):
    """gunicorn's threads, of which slow senders of headers hold none.

    It looks at what has arrived without taking it, and leaves an unfinished head to the poller, as
    gunicorn itself does with connections on which nothing has arrived yet. A thread that has
    answered stays with its reader for a moment while nobody else waits: the way through the poller
    costs as much as a kept page.

    All processes are told of a new connection, and whoever has accepted it keeps it. So a busy one
    waits a moment, or it would take several at once while another has none.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.running: dict[Any, float] = {}  # when the request of each connection began

    def accept(self, listener: socket.socket) -> None:
        """Accept a connection, unless a process with nothing to do is quicker."""
        latest = time.monotonic() - BUSY_AFTER
        if any(began < latest for began in tuple(self.running.values())):
            time.sleep(HEAD_START)
        super().accept(listener)

    def notify(self) -> None:
        """Tell gunicorn that this process lives, unless all of its threads hang."""
        began = tuple(self.running.values())
        if len(began) < self.cfg.threads or max(began) > time.monotonic() - HANGS_AFTER:
            super().notify()

    def handle(self, conn: Any) -> Any:
        if not _may_begin(conn):
            return time.monotonic() < conn.since + PATIENCE and gthread._DEFER
        keeps_alive = super().handle(conn)
        while keeps_alive is True and self._is_idle() and _has_next(conn):
            keeps_alive = super().handle(conn)
        return keeps_alive

    def handle_request(self, req: Request, conn: Any) -> bool:
        conn.work = getattr(conn, "work", 0.0)
        if conn.work > WORK_PER_CONNECTION:
            req.force_close()
        began, self.running[conn] = time.thread_time(), time.monotonic()
        try:
            return super().handle_request(req, conn)
        finally:
            del self.running[conn]
            conn.work += time.thread_time() - began

    def _is_idle(self) -> bool:
        return self.alive and self.tpool._work_queue.empty()


def _may_begin(conn: Any) -> bool:
    """Return whether a thread would not have to wait for the rest of the head."""
    # What came with the request before, which gunicorn has taken already
    ahead = conn.parser.unreader.buf.getvalue() if conn.parser else b""
    try:
        arrived = conn.sock.recv(MAX_PEEKED, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        has_ended = not arrived
    except BlockingIOError:
        arrived, has_ended = b"", False
    except OSError:
        return True  # gunicorn knows what to do with a broken one.
    seen, conn.seen = getattr(conn, "seen", 0), len(arrived)
    # Where the poller woke and nothing has come, the other side has ended it.
    has_ended = has_ended or (0 < seen == len(arrived))
    if has_ended or b"\r\n\r\n" in ahead + arrived or len(arrived) >= MAX_PEEKED:
        conn.since = None
        if seen:
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
        return True
    conn.since = getattr(conn, "since", None) or time.monotonic()
    # The poller shall not wake before there is more.
    conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, len(arrived) + 1)
    return False


def _has_next(conn: Any) -> bool:
    """Return whether the whole head of another request is there in a moment."""
    if not conn.parser.unreader.buf.getvalue():
        poll = select.poll()
        poll.register(conn.sock, select.POLLIN)
        if not poll.poll(LINGER_MS):
            return False
    return _may_begin(conn)
