"""Occurrences together with their events, as lists and pages show them; none is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
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
        return str(EventStatus(self.status).label)
