"""What is made of public rows, remembered by each process for one version of the site."""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db import connection
from django.utils.translation import get_language

from content.models.site_version import read_version

MAX_VALUES = 2000

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")


class _Memory:
    """The remembered values of one version; those of another one are forgotten."""

    def __init__(self) -> None:
        self.version: int | None = None
        self.values: dict[tuple, object] = {}
        self.lock = Lock()

    def of(self, version: int) -> dict[tuple, object]:
        with self.lock:
            if version != self.version or len(self.values) > MAX_VALUES:
                self.version, self.values = version, {}
            return self.values


_memory = _Memory()
# The version that a request has read, so that it asks only once
_request = Local()


def remembered(function: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """Have a function called only once for each version of the site, language and arguments.

    What it returns may depend on these and on public rows, and on nothing else: not on the clock,
    not on who asks. All threads get the same value, so nobody may change it. Outside requests and
    inside transactions, whose changes others do not see yet, the function is called each time.
    """

    @wraps(function)
    def remembering(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        version = _version()
        if version is None:
            return function(*args, **kwargs)
        values = _memory.of(version)
        key = (function, get_language(), args, *kwargs.items())
        if key not in values:
            values[key] = function(*args, **kwargs)
        return values[key]  # type: ignore[return-value] # kept under its function

    return remembering


def _version() -> int | None:
    """Return the version of this request; None where nothing may be remembered."""
    if not getattr(_request, "is_open", False) or connection.in_atomic_block:
        return None
    if _request.version is None:
        _request.version = read_version(connection)
    return _request.version


def _open(**signal: object) -> None:
    _request.is_open, _request.version = True, None


def _close(**signal: object) -> None:
    _request.is_open = False


request_started.connect(_open)
request_finished.connect(_close)
