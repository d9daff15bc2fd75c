"""The occurrences that are on now, those that come next and the last ones, one of each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from events.models.event_occurrence import EventOccurrence


@dataclass(frozen=True)
class Agenda:
    """One occurrence of each event: those that are on at a moment, and those that come next.

    Those that are over are beside them; an agenda of nothing else is an empty one.
    """

    now: list[EventOccurrence]
    next: list[EventOccurrence]
    past: list[EventOccurrence] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.now or self.next)

    def __iter__(self) -> Iterator[EventOccurrence]:
        yield from self.now
        yield from self.next

    @classmethod
    def at(
        cls,
        moment: datetime,
        occurrences: Iterable[EventOccurrence],
        past: Iterable[EventOccurrence] = (),
    ) -> Agenda:
        """Divide occurrences that have not ended at the aware `moment`."""
        now: list[EventOccurrence] = []
        coming: list[EventOccurrence] = []
        for occurrence in occurrences:
            (now if occurrence.has_begun(moment) else coming).append(occurrence)
        return cls(now, coming, list(past))
