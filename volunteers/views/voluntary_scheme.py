"""The switch of the voluntary scheme."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from content.models import Council

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def with_voluntary_scheme(view: View) -> View:
    """Let the page be found only while the council offers people to volunteer."""

    @wraps(view)
    def found(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not Council.has_voluntary_scheme():
            raise Http404
        return view(request, *args, **kwargs)

    return cast(View, found)
