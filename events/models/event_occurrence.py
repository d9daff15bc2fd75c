"""Occurrences together with their events, as lists and pages show them; none is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from events.dates.occurrence import Occurrence
from events.models.event_status import STATUSES_OFF, EventStatus

# `Event`, whose queryset returns occurrences, so that it is defined after them.
EventT = TypeVar("EventT")


@dataclass(frozen=True)
class EventOccurrence(Occurrence, Generic[EventT]):
    """One date of an event.

    Attributes:
        event: the event.
        status: the event's status, or cancelled if this very date is.
    """

    event: EventT = field(kw_only=True)
    status: str = field(kw_only=True)

    @classmethod
    def of(cls, event: EventT, status: str, occurrence: Occurrence) -> EventOccurrence[EventT]:
        """Return a computed date as one of `event`, which has the status `status`."""
        change = occurrence.change
        return cls(
            occurrence.starts_at,
            occurrence.ends_at,
            occurrence.original_starts_at,
            occurrence.zone,
            change,
            event=event,
            status=EventStatus.CANCELLED if change and change.is_cancelled else status,
        )

    @property
    def is_cancelled(self) -> bool:
        """Return whether this date, or all of the event, is cancelled."""
        return self.status == EventStatus.CANCELLED

    @property
    def is_off(self) -> bool:
        """Return whether nothing takes place at this date."""
        return self.status in STATUSES_OFF

    @property
    def status_words(self) -> str:
        """Return the status as it is called in public."""
        return EventStatus(self.status).label


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
