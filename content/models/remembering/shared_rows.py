"""Remembered rows, and those of them that are public now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Generic, TypeVar, overload

from django.utils import timezone

from content.models.publishing import DatedT, published_now

Row = TypeVar("Row")

BEGIN, END = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class SharedRows(Sequence[Row]):
    """Rows that all requests share: do not change them.

    They are compared and hashed as one thing, so that what was made of them is found without
    looking at each. The same slice is the same thing again.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._slices: dict[tuple[int, int, int], SharedRows[Row]] = {}

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> SharedRows[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | SharedRows[Row]:
        if not isinstance(index, slice):
            return self._rows[index]
        bounds = index.indices(len(self))
        if bounds not in self._slices:
            self._slices[bounds] = SharedRows(self._rows[index])
        return self._slices[bounds]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    @cached_property
    def by_slug(self) -> dict[str, Row]:
        """The rows by their slugs, in order."""
        return {row.slug: row for row in self}  # type: ignore[attr-defined] # all have one


class DatedRows(Generic[DatedT]):
    """All rows but drafts."""

    def __init__(self, rows: Iterable[DatedT]) -> None:
        self.rows = tuple(rows)
        dates = ((row.published_at, row.expires_at) for row in self.rows)
        self._moments = {moment for pair in dates for moment in pair if moment}
        # What is public, from one moment to the next
        self._public: tuple[datetime, datetime, SharedRows[DatedT]] = (END, END, SharedRows(()))

    def public(self) -> SharedRows[DatedT]:
        """Return the rows that are public now: the same object until that changes."""
        now = timezone.now()
        since, until, rows = self._public
        if not since <= now < until:
            since = max((one for one in self._moments if one <= now), default=BEGIN)
            until = min((one for one in self._moments if one > now), default=END)
            rows = SharedRows(published_now(self.rows, now))
            self._public = since, until, rows
        return rows
