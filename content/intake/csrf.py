"""Keep what people typed when Django's check against forged requests (CSRF) fails.

It fails for honest people whose cookie expired or was cleared, or who signed in meanwhile.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure


def keep_input_on_csrf_failure(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Call `view` also when the check failed; it has to be the outermost decorator.

    The reason is then in `request.csrf_failure`, which is empty otherwise. The view has to show
    its form again, with a new token, and must not store anything.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not hasattr(request, "csrf_failure"):
            request.csrf_failure = ""
        return view(request, *args, **kwargs)

    wrapped.keeps_input_on_csrf_failure = True
    return wrapped


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a request that failed the check; this is the setting CSRF_FAILURE_VIEW."""
    match = request.resolver_match
    if not getattr(match.func, "keeps_input_on_csrf_failure", False):
        return csrf_failure(request, reason)
    request.csrf_failure = _(
        "This page was open for a long time, or your browser keeps no cookies. Nothing you "
        "typed is lost: please send it again. The one cookie that is needed only protects "
        "this form."
    )
    return match.func(request, *match.args, **match.kwargs)
