"""What is made of public rows, remembered by each process for one version of the site."""

from collections.abc import Callable, Iterable
from functools import wraps
from threading import Lock, local
from typing import Any, ParamSpec, TypeVar

from django.core.signals import request_finished, request_started
from django.db import connection, models
from django.utils.translation import get_language

from content.models.remembering.site_version import read_version

MAX_VALUES = 4000
# Rows that a list may add at a time; a longer one would push out what pages share.
MAX_NEW_ROWS = 200

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")
Row = TypeVar("Row", bound=models.Model)


UNKNOWN = object()


class _Memory:
    """The remembered values of one version, those asked for last longest.

    When the newer half is full, the older one is dropped: what is asked for meanwhile moves over.
    """

    def __init__(self, version: int | None = None) -> None:
        self.version = version
        self.newer: dict[tuple, object] = {}
        self.older: dict[tuple, object] = {}

    def get(self, key: tuple) -> object:
        """Return the value, or `UNKNOWN`."""
        value = self.newer.get(key, UNKNOWN)
        if value is UNKNOWN and (value := self.older.get(key, UNKNOWN)) is not UNKNOWN:
            self.put(key, value)
        return value

    def put(self, key: tuple, value: object) -> None:
        """Remember a value."""
        if len(self.newer) >= MAX_VALUES // 2:
            self.newer, self.older = {}, self.newer
        self.newer[key] = value


_lock = Lock()
_shared = _Memory()
# What one request remembers for itself, and the version that it has read, so that it asks once
_request = local()


def remembered(function: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """Have a function called only once for each version of the site, language and arguments.

    What it returns may depend on these and on public rows, and on nothing else: not on the clock,
    not on who asks. The arguments are hashable, and rows among them are as the database has them.
    All threads get the same value, so nobody may change it. This holds for requests that only
    read; elsewhere the function is called each time. Within a transaction, whose changes others
    do not see yet, it is called once a request.
    """

    @wraps(function)
    def remembering(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        memory = _memory()
        if memory is None:
            return function(*args, **kwargs)
        key = (function, get_language(), args, *kwargs.items())
        try:
            value = memory.get(key)
        except TypeError:  # A row that is not saved has no hash.
            return function(*args, **kwargs)
        if value is UNKNOWN:
            value = function(*args, **kwargs)
            memory.put(key, value)
        return value  # type: ignore[return-value] # kept under its function

    return remembering


def remembered_rows(
    model: type[Row], keys: Iterable[int], read: Callable[[Any], Iterable[Row]]
) -> list[Row]:
    """Return the rows that have these keys, in their order, as `read` makes them of a query.

    Only rows that are not remembered are asked for. What holds for `remembered` holds for each.
    """
    memory, language = _memory() or _Memory(), get_language()
    names = [(model, read, language, key) for key in keys]
    found = {name: memory.get(name) for name in names}
    missing = [name[-1] for name, row in found.items() if row is UNKNOWN]
    if missing:
        for row in read(model._default_manager.filter(pk__in=missing)):
            name = (model, read, language, row.pk)
            found[name] = row
            if len(missing) <= MAX_NEW_ROWS:
                memory.put(name, row)
    # A row may be gone since its key was read.
    return [found[name] for name in names if found[name] is not UNKNOWN]  # type: ignore[misc]


def _memory() -> _Memory | None:
    """Return what may be used here of what is remembered; None if nothing may."""
    own = getattr(_request, "memory", None)
    if own is None or connection.in_atomic_block:
        return own
    if _request.version is None:
        _request.version = read_version(connection)
    return _memory_of(_request.version)


def _memory_of(version: int) -> _Memory:
    """Return the memory that all threads share; that of another version is forgotten."""
    global _shared
    with _lock:
        if _shared.version != version:
            _shared = _Memory(version)
        return _shared


def _begin(environ: dict[str, str] | None = None, **signal: object) -> None:
    only_reads = environ is not None and environ["REQUEST_METHOD"] in {"GET", "HEAD"}
    _request.memory, _request.version = _Memory() if only_reads else None, None


def _end(**signal: object) -> None:
    _request.memory = None


request_started.connect(_begin)
request_finished.connect(_end)
