"""When the events of a city or of groups take place: read once, and asked at any moment."""

from __future__ import annotations

from datetime import datetime
from itertools import takewhile
from typing import NamedTuple

from django.db.models import F

from content.models import DatedRows, PublishableQuerySet


class Entry(NamedTuple):
    """What tells when an event is public and when its turn is."""

    pk: int
    published_at: datetime | None
    expires_at: datetime | None
    recurrence: str
    starts_at: datetime
    last_ends_at: datetime | None
    next_from: datetime | None
    next_starts_at: datetime | None
    next_ends_at: datetime | None

    def is_over(self, at: datetime) -> bool:
        """Return whether its last date has ended."""
        return self.last_ends_at is not None and self.last_ends_at <= at

    def turn(self, at: datetime) -> datetime | None:
        """Return the start of its current or next date; None if only its rule tells that."""
        if not self.recurrence:
            return self.starts_at
        begin, end = self.next_from, self.next_ends_at
        return self.next_starts_at if begin and end and begin <= at < end else None


class Timetable:
    """The events of a query but drafts, each of them a few dates."""

    def __init__(self, events: PublishableQuerySet) -> None:
        # What is not over comes first, then the latest.
        rows = events.dated().order_by(F("last_ends_at").desc(nulls_first=True), "-pk")
        self.entries = DatedRows(Entry(*row) for row in rows.values_list(*Entry._fields))

    def keys(self, at: datetime, limit: int, past: int) -> tuple[list[int], list[int]]:
        """Return the keys of the events that are public now and upcoming, and of those over.

        Args:
            at: this moment.
            limit: how many upcoming events have their turn first; those whose rule has to be run
                to know that are added to these.
            past: how many of those that are over, latest first.
        """
        entries = self.entries.public()
        upcoming = list(takewhile(lambda entry: not entry.is_over(at), entries))
        over = entries[len(upcoming) : len(upcoming) + past]
        turns = [(entry.turn(at), entry.pk) for entry in upcoming]
        known = sorted((turn, key) for turn, key in turns if turn)[:limit]
        unknown = [key for turn, key in turns if turn is None]
        return [key for _turn, key in known] + unknown, [entry.pk for entry in over]
