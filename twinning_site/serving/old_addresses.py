"""Addresses from before a page moved lead on, and so does everything that hangs below them."""

import re
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.contrib.redirects.models import Redirect
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.http import escape_leading_slashes

# Lists and calendars name these by the last part of their address: ?city=bonn
FILTERS = {"city": "cities:city-detail", "group": "links:group-detail"}
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,50}")
# More parts than any address of ours has
MAX_PARTS = 8


class MovedPagesMiddleware(RedirectFallbackMiddleware):
    """Beside the very address that moved: feeds, sheets, calendars, filters, added queries."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        moved = super().process_response(request, response)
        if moved is not response:
            return moved if _is_public(moved.headers.get("Location", "")) else response
        is_list = getattr(response, "has_unknown_filter", False)
        if response.status_code != 404 and not is_list:
            return response
        moved = moved_address(request, only_filters=is_list)
        return self.response_redirect_class(moved) if moved else response


def moved_address(request: HttpRequest, *, only_filters: bool = False) -> str:
    """Where the thing is now that `request` asks for; empty if nothing of it has moved."""
    if "\0" in request.path:
        return ""  # PostgreSQL cannot even be asked for it.
    above = {} if only_filters else _pages_above(request.path)
    named = {
        name: reverse(route, args=[request.GET[name]])
        for name, route in FILTERS.items()
        if SLUG.fullmatch(request.GET.get(name, ""))
    }
    rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=[*above, *named.values()])
    new_paths = {
        row.old_path: row.new_path for row in rows if row.new_path and _is_public(row.new_path)
    }
    if not new_paths:
        return ""
    path = next(
        (_join(new_paths[page], rest) for page, rest in above.items() if page in new_paths),
        request.path,
    )
    query = request.GET.copy()
    for name, page in named.items():
        if page in new_paths:
            query[name] = new_paths[page].rstrip("/").rpartition("/")[2]
    # Two slashes at the beginning would name another site.
    path = escape_leading_slashes(path)
    return f"{path}?{urlencode(list(query.lists()), doseq=True)}" if query else path


def _is_public(path: str) -> bool:
    """Whether what moved may be named; the new address of a draft tells that there is one."""
    try:
        page = resolve(path)
    except Resolver404:
        return True
    model = getattr(getattr(page.func, "view_class", None), "model", None)
    return model is None or model.objects.published().filter(**page.kwargs).exists()


def _pages_above(path: str) -> dict[str, str]:
    """Every page that `path` may belong to, the nearest first, and what comes after it."""
    parts = path.split("/", MAX_PARTS)
    pages = {"/".join(parts[:end]) + "/": "/".join(parts[end:]) for end in range(len(parts), 1, -1)}
    if path.endswith(".ics"):
        pages = {path.removesuffix(".ics") + "/": ".ics"} | pages
    return pages


def _join(page: str, rest: str) -> str:
    return page.rstrip("/") + rest if rest.startswith(".") else page + rest
