"""Answers for programs that ask again and again: feeds, calendars, open data."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

# In seconds. A change is seen by the next reader after this.
FRESH_FOR = 600


def unless_unchanged(
    request: HttpRequest, response: HttpResponse, updated_at: datetime | None = None
) -> HttpResponse:
    """Give `response` an ETag of its content, or answer 304 if the reader has it already.

    Args:
        updated_at: when what it shows was last changed. Only told: when something is taken
            down this moment goes back, so that 304 is decided by the content alone.
    """
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    if updated_at:
        response["Last-Modified"] = http_date(updated_at.timestamp())
    patch_cache_control(response, public=True, max_age=FRESH_FOR)
    return get_conditional_response(request, etag, response=response)
