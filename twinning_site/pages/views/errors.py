"""Pages for requests that go wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for requests that Django refuses: too long, malformed, unknown host."""
    return render(request, "400.html", status=400)
