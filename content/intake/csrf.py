"""Keep what people typed when Django's check against forged requests (CSRF) fails.

It fails for honest people whose cookie expired or was cleared, or who signed in meanwhile.
"""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure

View = TypeVar("View", bound=Callable[..., HttpResponse])
_views_that_keep_input: set[Callable[..., object]] = set()
# A key of `request.META`, where Django keeps what belongs to the same check. No header of a
# visitor can get such a name.
PROBLEM = "CSRF_PROBLEM"


def keep_input_on_csrf_failure(view: View) -> View:
    """Call `view` also when the check failed; it has to be the outermost decorator.

    `csrf_problem(request)` then tells the reason. The view has to show its form again, with a
    new token, and must not store anything.
    """
    _views_that_keep_input.add(view)
    return view


def csrf_problem(request: HttpRequest) -> str:
    """Return a sentence on why the check failed; empty if it did not."""
    return request.META.get(PROBLEM, "")


def keeps_input(request: HttpRequest) -> bool:
    """Return whether `request` is for a form of the public, which loses nothing that was typed."""
    match = request.resolver_match
    return match is not None and match.func in _views_that_keep_input


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a request of the public that failed the check."""
    match = request.resolver_match
    if match is None or not keeps_input(request):
        return csrf_failure(request, reason)
    request.META[PROBLEM] = _(
        "This page was open for a long time, or your browser keeps no cookies. Nothing you "
        "typed is lost: please send it again. The one cookie that is needed only protects "
        "this form."
    )
    return match.func(request, *match.args, **match.kwargs)
