"""The occurrences that are on now and those that come next, one of each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from events.models.event_occurrence import EventOccurrence


@dataclass(frozen=True)
class Agenda:
    """One occurrence of each event: those that are on at a moment, and those that come next."""

    now: list[EventOccurrence]
    next: list[EventOccurrence]

    def __bool__(self) -> bool:
        return bool(self.now or self.next)

    def __iter__(self) -> Iterator[EventOccurrence]:
        yield from self.now
        yield from self.next

    @classmethod
    def at(cls, moment: datetime, occurrences: Iterable[EventOccurrence]) -> Agenda:
        """Divide occurrences that have not ended at the aware `moment`."""
        now: list[EventOccurrence] = []
        coming: list[EventOccurrence] = []
        for occurrence in occurrences:
            (now if occurrence.has_begun(moment) else coming).append(occurrence)
        return cls(now, coming)
