"""When the check against forged requests fails, people keep what they typed.

It fails for honest people whose cookie ran out or was cleared, or who signed in meanwhile.
A view marked with `keeps_input` is called all the same, with the reason in
`request.csrf_failure`: it shows its form again, with a new token, and must not store anything.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure


def keeps_input(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let `view` answer also when the check failed. Outermost decorator."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not hasattr(request, "csrf_failure"):
            request.csrf_failure = ""
        return view(request, *args, **kwargs)

    wrapped.keeps_input = True
    return wrapped


def failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW."""
    match = request.resolver_match
    if not getattr(match.func, "keeps_input", False):
        return csrf_failure(request, reason)
    request.csrf_failure = _(
        "This page was open for a long time, or your browser keeps no cookies. Nothing you "
        "typed is lost: please send it again. The one cookie that is needed only protects "
        "this form."
    )
    return match.func(request, *match.args, **match.kwargs)
