"""One date of an event, and what wall clock and moments have to do with each other.

`events.dates.schedule` computes dates; this is what they are. A length is whole days of the wall
clock plus an exact rest (RFC 5545, 3.3.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from i18nfield.strings import LazyI18nString

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from events.models import Event

NOW, NEXT, PAST = "now", "next", "past"


@dataclass(frozen=True)
class Occurrence:
    """One date of an event.

    Attributes:
        starts_at, ends_at: aware, UTC; the end is the first moment after it.
        original_starts_at: the start by the rule; another one only if `is_moved`.
        status: a value of `Event.Status`; a single date may be "cancelled" by itself.
        note: what visitors have to know about this very date.
    """

    event: Event
    starts_at: datetime
    ends_at: datetime
    original_starts_at: datetime
    status: str
    is_moved: bool = False
    note: LazyI18nString | str = ""

    @property
    def is_cancelled(self) -> bool:
        return self.status == "cancelled"

    @property
    def is_off(self) -> bool:
        """Whether nothing takes place at this date."""
        return self.status in {"cancelled", "postponed"}

    @property
    def status_words(self) -> str:
        """The status as it is called in public."""
        return self.event.Status(self.status).label

    @property
    def local_starts_at(self) -> datetime:
        """The start on the event's own clock."""
        return self.starts_at.astimezone(self.event.zone)

    @property
    def local_ends_at(self) -> datetime:
        """The end on the event's own clock."""
        return self.ends_at.astimezone(self.event.zone)

    @property
    def first_day(self) -> date:
        return self.local_starts_at.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends; midnight belongs to the day before."""
        return last_day(self.ends_at, self.event.zone)

    def phase(self, at: datetime) -> str:
        """Tell whether this date is `now`, `next` or `past` at the aware moment `at`."""
        if self.ends_at <= at:
            return PAST
        return NOW if self.starts_at <= at else NEXT


@dataclass(frozen=True)
class Agenda:
    """What is on (soonest begun first) and what comes next (soonest first), one turn an event."""

    at: datetime
    now: list[Occurrence] = field(default_factory=list)
    next: list[Occurrence] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.now or self.next)

    def __iter__(self) -> Iterator[Occurrence]:
        yield from self.now
        yield from self.next

    @classmethod
    def of(cls, occurrences: list[Occurrence], at: datetime) -> Agenda:
        """Divide turns that have not ended."""
        return cls(
            at,
            now=[turn for turn in occurrences if turn.phase(at) == NOW],
            next=[turn for turn in occurrences if turn.phase(at) == NEXT],
        )


class Length(NamedTuple):
    """How long an occurrence is: days of the wall clock, then an exact rest."""

    days: int
    rest: timedelta

    def end(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the aware end (UTC) of what starts at the wall-clock time `start`."""
        return moment(start + timedelta(days=self.days), zone) + self.rest


def moment(wall_clock: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment (UTC) at which the clocks of `zone` show the naive `wall_clock`."""
    return wall_clock.replace(tzinfo=zone, fold=0).astimezone(UTC)


def wall_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the clocks of `zone` show at an aware moment, as a naive datetime."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def last_day(ends_at: datetime, zone: ZoneInfo) -> date:
    """Return the day on which it ends; midnight belongs to the day before."""
    return (ends_at.astimezone(UTC) - timedelta(microseconds=1)).astimezone(zone).date()


def first_start(event: Event) -> datetime:
    """Return the naive wall-clock start of the first occurrence; whole days start at midnight."""
    start = wall_clock(event.starts_at, event.zone)
    return datetime.combine(start, time.min) if event.is_all_day else start


def length(event: Event) -> Length:
    """Return the length that every occurrence by the rule has."""
    if event.is_all_day:
        days = last_day(event.ends_at, event.zone) - first_start(event).date()
        return Length(days.days + 1, timedelta(0))
    start = wall_clock(event.starts_at, event.zone)
    days = max((wall_clock(event.ends_at, event.zone) - start).days, 0)
    rest = event.ends_at - moment(start + timedelta(days=days), event.zone)
    if days and rest < timedelta(0):
        days -= 1
        rest = event.ends_at - moment(start + timedelta(days=days), event.zone)
    return Length(days, rest)
