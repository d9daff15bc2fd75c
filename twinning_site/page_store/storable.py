"""Which requests the page store may answer, and which answers it may keep."""

from collections.abc import Callable, Iterable
from io import BytesIO
from operator import itemgetter
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

Application = Callable[[dict, Callable], Iterable[bytes]]
Headers = list[tuple[str, str]]
Key = tuple[str, str]  # both as WSGI has them: each character stands for a byte (PEP 3333)

NEVER_STORED = ("/admin/", "/media/", "/preview-link/", "/static/")
# The names that our lists, calendars, sitemaps (`p`) and the search read from an address. Others
# (of campaigns, of cache busters) are not shown to Django: they cannot make pages of their own.
QUERY_NAMES = {"city", "group", "kind", "p", "page", "q", "theme", "year"}
MAX_QUERY_LENGTH = 200
MEDIA_TYPES = (
    "application/atom+xml",
    "application/geo+json",
    "application/json",
    "application/xml",
    "text/",
)
# What makes Django answer one reader otherwise than all others, and what it has no need to know
OF_ONE_READER = {
    "HTTP_COOKIE",
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_RANGE",
}
NOT_NEEDED = {"HTTP_ACCEPT_ENCODING", "HTTP_ACCEPT_LANGUAGE"}


def key_of(environ: dict) -> Key | None:
    """Return path and query by which an answer is kept; None for a request of Django's own.

    Signed-in people, other methods, and addresses other than the site's own are Django's.
    """
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if (
        environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or path.startswith(NEVER_STORED)
        or len(query) > MAX_QUERY_LENGTH
        or "HTTP_AUTHORIZATION" in environ
        or f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")
        or not is_public_address(environ)
    ):
        return None
    # An empty value counts: it may stand behind another one of the same name.
    given = parse_qsl(query, keep_blank_values=True, encoding="latin-1")
    pairs = [(name, value) for name, value in given if name in QUERY_NAMES]
    # Of a name that is there twice, the last one counts: these keep their order.
    return path, urlencode(sorted(pairs, key=itemgetter(0)), encoding="latin-1")


def is_public_address(environ: dict) -> bool:
    """Return whether the request is for the site's one public address, host and scheme.

    Another one may be answered with a redirect, and must not leave its name in a kept page.
    """
    scheme, _, host = settings.SITE_URL.partition("://")
    given = environ.get("wsgi.url_scheme", "")
    if settings.BEHIND_PROXY:
        given = environ.get("HTTP_X_FORWARDED_PROTO", given)
    return environ.get("HTTP_HOST") == host and given == scheme


def anonymous(environ: dict, key: Key) -> dict:
    """Return the request as any reader of this address would make it."""
    left_out = OF_ONE_READER | NOT_NEEDED
    kept = {name: value for name, value in environ.items() if name not in left_out}
    return kept | {"REQUEST_METHOD": "GET", "QUERY_STRING": key[1], "wsgi.input": BytesIO()}


def is_anonymous(environ: dict, key: Key) -> bool:
    """Return whether Django would answer this very request as it answers the anonymous one."""
    return environ.get("QUERY_STRING", "") == key[1] and OF_ONE_READER.isdisjoint(environ)


def may_be_kept(status: str, headers: Headers) -> bool:
    """Return whether an answer is the same for all readers, and text."""
    found = {name.lower(): value.lower() for name, value in headers}
    return (
        status.startswith("200")
        and found.get("content-type", "").startswith(MEDIA_TYPES)
        and "set-cookie" not in found
        and not any(word in found.get("cache-control", "") for word in ("private", "no-store"))
        # `Vary: Cookie` only says that a session was looked for; there was none.
        and "*" not in found.get("vary", "")
    )
