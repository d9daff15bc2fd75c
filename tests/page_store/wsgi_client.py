"""Ask a WSGI application as a web server would, without one."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings


@dataclass(frozen=True)
class Reply:
    """What came back; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def state(self) -> str:
        """Return `hit`, `miss`, or nothing where Django answered itself."""
        return self.headers.get("x-page-store", "")

    @property
    def location(self) -> str:
        """Return where a redirect leads."""
        return self.headers.get("location", "")


def ask(application: Callable, address: str, method: str = "GET", **environ: str) -> Reply:
    """Ask for an address such as `/events/?page=2`; `environ` as in CGI: `HTTP_COOKIE=…`."""
    url, site = urlsplit(address), urlsplit(settings.SITE_URL)
    head: list = []
    parts = application(
        {
            "REQUEST_METHOD": method,
            "PATH_INFO": url.path,
            "QUERY_STRING": url.query,
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or 80),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": site.netloc,
            "REMOTE_ADDR": "192.0.2.1",
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **environ,
        },
        lambda status, headers, exc_info=None: head.extend([status, headers]),
    )
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    headers = {name.lower(): value for name, value in head[1]}
    return Reply(int(head[0].split()[0]), headers, body)
