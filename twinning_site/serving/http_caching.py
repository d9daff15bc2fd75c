"""Tell browsers and shared caches what they may keep, and answer 304 to those who have it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag

from twinning_site.page_store.nginx_expiry import expiry_for_nginx

# Caches keep the answer and ask again each time; a proxy may answer for a second by itself. The
# last word is for nginx, which asks in the background for a second more; for all others
# must-revalidate rules it out (RFC 9111, 5.2.2.2).
PUBLIC = "public, max-age=0, s-maxage=1, must-revalidate, stale-while-revalidate=1"
# What one reader sees, such as a form with its token
PRIVATE = "private, no-cache"
# Answers to what somebody typed: the next person at the machine must not find them. And pages that
# do not exist (yet), redirects and faults: what they say may change at any moment.
NEVER = "no-store"

# A form that is to be filled in further. Were it not kept, the browser's “back” from the next page
# would lead to an error, or send what was typed before.
FORM_COMES_BACK = {403, 409, 422, 429}


def http_caching(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Set Cache-Control where a view did not, and compare ETags (RFC 9110, 13; RFC 9111).

    Last-Modified is sent by some views and never compared: it goes back when the latest row is
    taken down, and the reader would never learn of that.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in {"GET", "HEAD"}:
            comes_back = response.status_code in FORM_COMES_BACK
            response.headers.setdefault("Cache-Control", PRIVATE if comes_back else NEVER)
            return response
        is_private = bool(response.cookies) or settings.SESSION_COOKIE_NAME in request.COOKIES
        if response.status_code not in {200, 206, 304}:
            response.headers.setdefault("Cache-Control", NEVER)
        else:
            response.headers.setdefault("Cache-Control", PRIVATE if is_private else PUBLIC)
        if not is_private:
            _leave_out_of_vary(response, "cookie")
        answer = _unless_known(request, response)
        if answer["Cache-Control"] == PUBLIC:
            for name, value in expiry_for_nginx():
                answer[name] = value
        return answer

    return middleware


def _leave_out_of_vary(response: HttpResponse, name: str) -> None:
    """Say that the answer is the same for all anonymous readers, whatever cookies they have."""
    varying = [one.strip() for one in response.get("Vary", "").split(",") if one.strip()]
    kept = [one for one in varying if one.lower() != name]
    if kept:
        response["Vary"] = ", ".join(kept)
    elif varying:
        del response["Vary"]


def _unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return 304 in place of what the reader has already; files bring an ETag of their own."""
    if response.status_code != 200 or NEVER in response["Cache-Control"]:
        return response
    if not response.streaming and "ETag" not in response:
        set_response_etag(response)
    etag = response.get("ETag")
    answer = get_conditional_response(request, etag, response=response) if etag else None
    if answer is None or answer is response:
        return response
    # That of a failed If-Match (412) comes without one.
    answer.headers.setdefault("Cache-Control", NEVER)
    # The server closes the answer that it gets, and with it the file of the one left out.
    answer._resource_closers += response._resource_closers  # type: ignore[attr-defined] # no stub
    return answer
