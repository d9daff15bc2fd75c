"""Sites to be measured: gunicorn processes, what they burn and hold, and a reader of theirs.

What a page costs is the processor time of the server's processes for each answer, read from
/proc (Linux). It hardly moves when other programs are busy, which requests a second do.
"""

import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests.post_box import free_port
from tests.serving.programs import MANAGE

TICK = os.sysconf("SC_CLK_TCK")
# Seconds of processor time that are enough for a figure, and the most and fewest requests for one
ENOUGH, MOST, FEWEST = 0.6, 12_000, 12


class Reader:
    """One reader who asks for one page after the other, on one connection while it is kept."""

    def __init__(
        self, connect: Callable[[], socket.socket], host: str, accept: str = "gzip, br"
    ) -> None:
        self.connect, self.host, self.accept = connect, host, accept
        self.socket = connect()

    def read(self, path: str) -> bytes:
        """Return the body; the site answers with a length, or this fails."""
        head = f"Host: {self.host}\r\nAccept-Encoding: {self.accept}"
        self.socket.sendall(f"GET {path} HTTP/1.1\r\n{head}\r\n\r\n".encode())
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _, body = received.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), f"{path}: {head.decode()}"
        fields = [line.partition(b":") for line in head.lower().split(b"\r\n")]
        length = next(int(value) for name, _, value in fields if name == b"content-length")
        while len(body) < length:
            body += self._more()
        if (b"connection", b":", b" close") in fields:
            self.close()
            self.socket = self.connect()
        return body

    def close(self) -> None:
        """Leave."""
        self.socket.close()

    def _more(self) -> bytes:
        part = self.socket.recv(1 << 17)
        assert part, "The server closed the connection."
        return part


@dataclass(frozen=True)
class Server:
    """A running server: the number of its first process, where it listens, and as what.

    `trust` is how to check its certificate, if it speaks HTTPS; `behind` a server it asks.
    """

    process: int
    port: int
    host: str
    trust: ssl.SSLContext | None = None
    behind: "Server | None" = None

    def processes(self) -> list[int]:
        """Return the numbers of the first process and of its children."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text()
        return [self.process, *map(int, children.split())]

    def burnt(self) -> float:
        """Return the seconds of processor time that all its processes took until now."""
        ticks = 0
        for number in self.processes():
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICK + (self.behind.burnt() if self.behind else 0)

    def megabytes(self) -> float:
        """Return the memory that its largest process holds."""
        statuses = [Path(f"/proc/{number}/status").read_text() for number in self.processes()]
        return max(int(text.partition("VmRSS:")[2].split()[0]) for text in statuses) / 1024

    def reader(self, accept: str = "gzip, br") -> Reader:
        """Return somebody who reads it, in one of the codings accepted."""
        return Reader(self.connect, self.host, accept)

    def connect(self) -> socket.socket:
        """Return a new connection, encrypted if the server speaks HTTPS."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        secure = self.trust and self.trust.wrap_socket(plain, server_hostname=self.host)
        return secure or plain

    def milliseconds(self, path: str) -> float:
        """Return what one answer costs the server, after a few that warmed it."""
        with closing(self.reader()) as reader:
            for _ in range(3):
                reader.read(path)
            before, count, batch = self.burnt(), 0, FEWEST
            while self.burnt() - before < ENOUGH and count < MOST:
                for _ in range(batch):
                    reader.read(path)
                count, batch = count + batch, 2 * batch
            return (self.burnt() - before) / count * 1000


def environment_of(folder: Path, **variables: str) -> dict[str, str]:
    """Return what the programs of a site are told that keeps its state in `folder`."""
    outside = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    return {
        **outside,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "twinning_site.settings",
        "VAR_DIR": str(folder),
        **variables,
    }


def manage(environment: dict[str, str], *arguments: str) -> None:
    """Run a command of the site."""
    subprocess.run([*MANAGE, *arguments], cwd=settings.BASE_DIR, env=environment, check=True)


@contextmanager
def served(
    environment: dict[str, str], application: str = "twinning_site.wsgi", host: str = ""
) -> Iterator[Server]:
    """Run one process of gunicorn until the block ends; `host` is what SITE_URL says."""
    port = free_port()
    host = host or f"127.0.0.1:{port}"
    environment = {"SITE_URL": f"http://{host}", "WEB_CONCURRENCY": "1"} | environment
    with subprocess.Popen(
        [sys.executable, "-m", "gunicorn", application, "--threads", "8"]
        + ["--bind", f"127.0.0.1:{port}"],
        cwd=settings.BASE_DIR,
        env=environment,
    ) as process:
        try:
            _wait_for(port, process)
            yield Server(process.pid, port, host)
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "The server ended."
        time.sleep(0.1)
    raise AssertionError("The server does not answer.")
