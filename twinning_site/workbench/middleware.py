"""Require the second factor of everybody who signs in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from twinning_site.workbench.accounts.single_sign_on import by_provider
from twinning_site.workbench.second_factor import UserWithoutSecondFactor


def second_factor(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Treat users who have given only their password as anonymous (STAFF_SECOND_FACTOR)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # Without a session cookie nobody is signed in. Reading the user would make Django add
        # "Vary: Cookie" to every page.
        if settings.STAFF_SECOND_FACTOR and settings.SESSION_COOKIE_NAME in request.COOKIES:
            user = request.user
            if user.is_authenticated and not _is_verified(request):
                request.user = UserWithoutSecondFactor(user)
        return get_response(request)

    return middleware


def _is_verified(request: HttpRequest) -> bool:
    return request.user.is_verified() or by_provider(request)  # type: ignore[union-attr] # of django_otp
