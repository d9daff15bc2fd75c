"""Ask a server for one thing: at most a few seconds, at most a few kilobytes, no cookies."""

import http.client
import socket
import ssl
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import Message
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

TIMEOUT, MAX_SECONDS = 10, 25
NAME = "TwinningSiteLinkCheck"
Resolve = Callable[[str, int], list[str]]


class BadAddress(ValueError):
    """An address that names no website."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def fetch(method: str, url: str, resolve: Resolve, max_bytes: int = 0) -> Answer:
    """Return the answer of a server, without following redirects.

    Args:
        resolve: returns the IP addresses of a host that may be asked, or raises.
        max_bytes: how much of the body is read.

    Raises:
        BadAddress: if `url` is none.
        OSError, http.client.HTTPException: if there is no answer.
    """
    parts, host, port = _split(url)
    connection = _Connection(host, port, resolve(host, port), is_secure=parts.scheme == "https")
    path = iri_to_uri(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}")
    timer = Timer(MAX_SECONDS, connection.cut)
    timer.start()
    try:
        with closing(connection):
            connection.request(method, path, headers=_headers())
            answer = connection.getresponse()
            return Answer(
                answer.status, answer.headers, answer.read(max_bytes) if max_bytes else b""
            )
    except ValueError as error:
        # Such as control characters in the path
        raise BadAddress(url) from error
    finally:
        timer.cancel()


def host_of(url: str) -> str:
    """Return the host in small letters of ASCII.

    Raises:
        BadAddress: if there is none.
    """
    return _split(url)[1]


def _split(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode().lower()
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise BadAddress(url) from error
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        raise BadAddress(url)
    return parts, host, port


def _headers() -> dict[str, str]:
    """Say who asks, and where to complain."""
    return {
        "User-Agent": f"{NAME}/1.0 (+{settings.SITE_URL}/contact/; {settings.DEFAULT_FROM_EMAIL})",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


class _Connection(http.client.HTTPConnection):
    """Connects to an IP address that was looked at before, and asks it by the host's name."""

    def __init__(self, host: str, port: int, addresses: list[str], *, is_secure: bool) -> None:
        super().__init__(host, port, timeout=TIMEOUT)
        self.addresses = addresses
        self.is_secure = is_secure
        # Left out of the name that is asked for
        self.default_port = 443 if is_secure else 80

    def connect(self) -> None:
        *others, last = self.addresses[:3]
        for address in others:
            with suppress(OSError):
                self.sock = socket.create_connection((address, self.port), TIMEOUT)
                break
        else:
            self.sock = socket.create_connection((last, self.port), TIMEOUT)
        if self.is_secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End a connection whose server sends a little at a time, for ever."""
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)
