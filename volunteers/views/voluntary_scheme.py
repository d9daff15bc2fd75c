"""The switch of the voluntary scheme."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from content.models import Council

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def with_voluntary_scheme(
    refused: Callable[[HttpRequest], HttpResponseBase] | None = None,
) -> Callable[[View], View]:
    """Let the page be found only while the council offers people to volunteer.

    Args:
        refused: answers what is posted while it does not, so that nothing that was typed is lost.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def found(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if Council.has_voluntary_scheme():
                return view(request, *args, **kwargs)
            if refused and request.method == "POST":
                return refused(request)
            raise Http404

        return cast(View, found)

    return decorate
