"""Redirect from the old address of a page, and from all the addresses below it."""

from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.http import HttpRequest, HttpResponse

from content.languages.addresses.moved import address_in_todays_words
from content.web.old_addresses import (
    address_on_this_site,
    may_be_told,
    new_paths,
    with_new_slugs,
)
from events.filters import FILTER_ROUTES

# More parts than any address of ours has
MAX_PARTS = 8


class OldAddressMiddleware(RedirectFallbackMiddleware):
    """Where Django finds no redirect for a 404, look for one of the page above or in the query.

    So the feed, the PDF and the calendar of a page follow it to its new address. An address in
    words that the site once had leads to that in today's.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code == 405 and (new := address_in_todays_words(request.path)):
            # What was typed into a form goes along.
            return self.response_redirect_class(new, preserve_request=True)
        if response.status_code != 404:
            return response
        redirect = super().process_response(request, response)
        if redirect is not response:
            return redirect if may_be_told(redirect.headers.get("Location", "")) else response
        address = new_address(request)
        return self.response_redirect_class(address) if address else response


def new_address(request: HttpRequest) -> str:
    """Return the address to which what `request` asks for has moved; empty if it has not."""
    if "\0" in request.path:
        return ""  # PostgreSQL refuses even to look for it.
    pages = _pages_above(request.path)
    found = new_paths(pages)
    path = next((_join(found[page], rest) for page, rest in pages.items() if page in found), None)
    query = with_new_slugs(request.GET, FILTER_ROUTES)
    if path is None:
        path = address_in_todays_words(request.path)
    if path is None and query is None:
        return ""
    return address_on_this_site(path or request.path, request.GET if query is None else query)


def _pages_above(path: str) -> dict[str, str]:
    """Return every page that `path` may belong to, the nearest first, and the rest of `path`."""
    parts = path.split("/", MAX_PARTS)
    pages = {"/".join(parts[:end]) + "/": "/".join(parts[end:]) for end in range(len(parts), 1, -1)}
    if path.endswith(".ics"):
        pages = {path.removesuffix(".ics") + "/": ".ics"} | pages
    return pages


def _join(page: str, rest: str) -> str:
    return page.rstrip("/") + rest if rest.startswith(".") else page + rest
