"""Pages for requests that go wrong."""

import sys

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.defaults import server_error as fault_of_ours

from content.intake.csrf import keeps_input

# Seconds after which browsers, caches and search engines may ask again (RFC 9110, 10.2.3)
RETRY_AFTER = 10


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for requests that Django refuses: too long, malformed, unknown host."""
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for an error of ours (500), or for a database that does not answer (503)."""
    if _is_of_the_database(sys.exception()):
        return try_again(request)
    return fault_of_ours(request)


def try_again(request: HttpRequest) -> HttpResponse:
    """Return a page (503) from which what was sent can be sent again.

    It asks the database for nothing. A form of the public is in it with all that was typed, and
    storing a form twice stores it once (`content/intake/receiving.py`). The forms of officers,
    which may hold passwords, are not: their browser has them.
    """
    sent = request.method == "POST"
    context = {
        "address": request.get_full_path(),
        "answers": list(request.POST.lists()) if sent and keeps_input(request) else [],
        "is_officer": request.path.startswith(reverse("admin:index")),
        "sent": sent,
    }
    response = HttpResponse(render_to_string("503.html", context), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response


def _is_of_the_database(error: BaseException | None) -> bool:
    """Return whether the database is locked, full, stopping or away, and no query is to blame."""
    # psycopg2 raises the bare class when the server closes the connection.
    return isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError
