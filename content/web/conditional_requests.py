"""Conditional answers (RFC 9110, 13) for feeds, calendars and open data."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

# For so many seconds a cache may answer with what it has.
MAX_AGE = 600


def unless_unchanged(
    request: HttpRequest, response: HttpResponse, updated_at: datetime | None = None
) -> HttpResponse:
    """Return `response` with an ETag of its content, or 304 if the reader has that content.

    Args:
        updated_at: sent as Last-Modified, but not compared: it goes back when the latest row
            is taken down, and the reader would never learn of that.
    """
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    if updated_at:
        response["Last-Modified"] = http_date(updated_at.timestamp())
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    answer = get_conditional_response(request, etag, response=response)
    return answer if isinstance(answer, HttpResponse) else response
