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
# What one request remembers for itself, and the version that it has read, so that it asks once
_request = Local()


def remembered(function: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """Have a function called only once for each version of the site, language and arguments.

    What it returns may depend on these and on public rows, and on nothing else: not on the clock,
    not on who asks. The arguments are hashable, and rows among them are as the database has them.
    All threads get the same value, so nobody may change it. This holds for
    requests that only read; elsewhere the function is called each time. Within a transaction,
    whose changes others do not see yet, it is called once a request.
    """

    @wraps(function)
    def remembering(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        values = _values()
        if values is None:
            return function(*args, **kwargs)
        key = (function, get_language(), args, *kwargs.items())
        try:
            is_known = key in values
        except TypeError:  # A row that is not saved has no hash.
            return function(*args, **kwargs)
        if not is_known:
            values[key] = function(*args, **kwargs)
        return values[key]  # type: ignore[return-value] # kept under its function

    return remembering


def _values() -> dict[tuple, object] | None:
    """Return what may be used here of what is remembered; None if nothing may."""
    own = getattr(_request, "values", None)
    if own is None or connection.in_atomic_block:
        return own
    if _request.version is None:
        _request.version = read_version(connection)
    return _memory.of(_request.version)


def _begin(environ: dict[str, str] | None = None, **signal: object) -> None:
    only_reads = environ is not None and environ["REQUEST_METHOD"] in {"GET", "HEAD"}
    _request.values, _request.version = {} if only_reads else None, None


def _end(**signal: object) -> None:
    _request.values = None


request_started.connect(_begin)
request_finished.connect(_end)
