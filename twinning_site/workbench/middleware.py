"""Require the second factor of everybody who signs in."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse


def second_factor(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Treat users who have given only their password as anonymous (STAFF_SECOND_FACTOR).

    `request.user_without_second_factor` is the user who still has to give it, or None.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.user_without_second_factor = None
        # Without a session cookie nobody is signed in. Reading the user would make Django add
        # "Vary: Cookie" to every page.
        if settings.STAFF_SECOND_FACTOR and settings.SESSION_COOKIE_NAME in request.COOKIES:
            user = request.user
            if user.is_authenticated and not user.is_verified():
                request.user_without_second_factor, request.user = user, AnonymousUser()
        return get_response(request)

    return middleware
