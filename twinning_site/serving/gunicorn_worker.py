"""Give no thread to a connection before the whole head of its request is there."""

import socket
import time
from typing import Any

from gunicorn.workers import gthread

# Seconds for a head, and bytes of it that are looked at
PATIENCE, MAX_PEEKED = 10, 64 * 1024


class HeadFirstWorker(gthread.ThreadWorker):
    """gunicorn's threads, of which slow senders of headers hold none.

    It looks at what has arrived without taking it, and leaves an unfinished head to the poller, as
    gunicorn itself does with connections on which nothing has arrived yet.
    """

    def handle(self, conn: Any) -> Any:
        has_read_ahead = conn.parser is not None and conn.parser.unreader.buf.getvalue()
        if has_read_ahead or _may_begin(conn):
            conn.seen, conn.since = 0, None
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
            return super().handle(conn)
        return time.monotonic() < conn.since + PATIENCE and gthread._DEFER


def _may_begin(conn: Any) -> bool:
    """Return whether a thread would not have to wait for the rest of the head."""
    conn.sock.setblocking(False)
    try:
        head = conn.sock.recv(MAX_PEEKED, socket.MSG_PEEK)
    except BlockingIOError:
        head = None
    except OSError:
        return True  # gunicorn knows what to do with a broken one.
    seen, conn.seen = getattr(conn, "seen", 0), len(head or b"")
    conn.since = getattr(conn, "since", None) or time.monotonic()
    if head is None:
        return False
    if b"\r\n\r\n" in head or len(head) in {0, seen} or len(head) >= MAX_PEEKED:
        return True  # Where nothing has come since, the other side has ended it.
    # The poller shall not wake before there is more.
    conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, len(head) + 1)
    return False
