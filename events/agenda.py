"""The truth about time: which date of an event it is, and whether that is now, next or past.

For other apps and pages (no import of this app needed)::

    agenda = city.events.published().agenda(limit=5)      # 1 query, whatever the rows
    agenda.now, agenda.next                               # lists of Occurrence
    Event.objects.published().past().occurrences()        # latest first; slice before
    Event.objects.published().between(since, until)       # every date in a stretch of time

An occurrence covers [starts_at, ends_at). At any moment an event is in exactly one of three:
*past* once the last of its dates has ended; *now* if its turn has begun; else *next*. Its turn
is the first date that has not ended, leaving out single dates that are cancelled as long as
another one follows. So a running exhibition is "now", and a weekly evening is one entry, not 52.
Status changes nothing here: what is cancelled or postponed stays at its date and says so.

Clock changes: a rule works on the wall clock of the event's own time zone. A time that the
clocks skip is read with the offset before the gap, one that comes twice is the first of the two
(RFC 5545, 3.3.5). A length is whole days of the wall clock plus an exact rest (3.3.6): a week
that begins on Monday at 10:00 ends on Sunday at 18:00, in the week of the change, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from i18nfield.strings import LazyI18nString

from events.recurrence import has_dates, is_endless, wall_clock_starts

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from events.models import Event, OccurrenceChange

NOW, NEXT, PAST = "now", "next", "past"
# No clock is turned further than this.
MOST_TURNED = timedelta(days=1)


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


def repeats(event: Event) -> bool:
    """Tell whether a rule gives the dates. One that gives none at all counts as no rule."""
    return bool(event.recurrence) and has_dates(first_start(event), event.recurrence, event.zone)


def dates(event: Event, since: datetime | None = None) -> Iterator[Occurrence]:
    """Yield the occurrences that end after `since`, soonest first; endlessly, if the rule is.

    Reads `event.changes`, unless `with_changes()` has. A change counts for the day of its
    original date, so that it stays in force when the officer later shifts the hour.
    """
    if not repeats(event):
        starts_at, ends_at = event.starts_at.astimezone(UTC), event.ends_at.astimezone(UTC)
        if since is None or ends_at > since:
            yield Occurrence(event, starts_at, ends_at, starts_at, event.status)
        return
    changes = _changes_by_day(event)
    unmoved = (
        occurrence
        for occurrence in _by_rule(event, changes, since)
        if since is None or occurrence.ends_at > since
    )
    yield from merge(_moved(event, changes, since), unmoved, key=lambda one: one.starts_at)


def _changes_by_day(event: Event) -> dict[date, OccurrenceChange]:
    changes = getattr(event, "change_list", None)
    if changes is None:
        changes = event.changes.all() if event.pk else ()
    return {wall_clock(change.original_starts_at, event.zone).date(): change for change in changes}


def _by_rule(
    event: Event, changes: dict[date, OccurrenceChange], since: datetime | None
) -> Iterator[Occurrence]:
    earliest = None
    if since is not None:
        size = length(event)
        longest = timedelta(days=size.days) + size.rest + MOST_TURNED
        earliest = max(wall_clock(since, event.zone) - longest, first_start(event))
    for start in wall_clock_starts(first_start(event), event.recurrence, event.zone, earliest):
        change = changes.get(start.date())
        if change is None or change.is_cancelled:
            yield _unmoved(event, start, change)


def _unmoved(event: Event, start: datetime, change: OccurrenceChange | None) -> Occurrence:
    """The date by the rule at the wall-clock time `start`, which a change may cancel."""
    starts_at = moment(start, event.zone)
    return Occurrence(
        event=event,
        starts_at=starts_at,
        ends_at=length(event).end(start, event.zone),
        original_starts_at=starts_at,
        status=event.Status.CANCELLED if change else event.status,
        note=change.note if change else "",
    )


def start_on(event: Event, day: date) -> datetime | None:
    """Return the wall-clock start that the rule gives on `day`, None if it gives none."""
    since = max(datetime.combine(day, time.min), first_start(event))
    start = next(wall_clock_starts(first_start(event), event.recurrence, event.zone, since), None)
    return start if start is not None and start.date() == day else None


def _moved(
    event: Event, changes: dict[date, OccurrenceChange], since: datetime | None
) -> list[Occurrence]:
    """The single dates that were moved, unless the rule no longer has the original one."""
    moved = []
    for day, change in changes.items():
        if change.is_cancelled or (since is not None and change.ends_at <= since):
            continue
        original = start_on(event, day)
        if original is not None:
            moved.append(
                Occurrence(
                    event=event,
                    starts_at=change.starts_at.astimezone(UTC),
                    ends_at=change.ends_at.astimezone(UTC),
                    original_starts_at=moment(original, event.zone),
                    status=event.status,
                    is_moved=True,
                    note=change.note,
                )
            )
    return sorted(moved, key=lambda one: one.starts_at)


def changed_dates(event: Event) -> list[Occurrence]:
    """Return the single dates that are cancelled or moved, soonest first."""
    if not repeats(event):
        return []
    changes = _changes_by_day(event)
    cancelled = [
        occurrence
        for day, change in changes.items()
        if change.is_cancelled and (start := start_on(event, day)) is not None
        for occurrence in [_unmoved(event, start, change)]
    ]
    return sorted([*cancelled, *_moved(event, changes, None)], key=lambda one: one.starts_at)


def turn(event: Event, at: datetime) -> Occurrence | None:
    """Return the date that stands for the event at `at`; None once it is past."""
    first = None
    for occurrence in dates(event, at):
        if not occurrence.is_cancelled or event.status == event.Status.CANCELLED:
            return occurrence
        first = first or occurrence
    return first


def phase(event: Event, at: datetime) -> str:
    """Tell whether the event is `now`, `next` or `past` at the aware moment `at`."""
    occurrence = turn(event, at)
    return occurrence.phase(at) if occurrence else PAST


def last_end(event: Event) -> datetime | None:
    """Return the end of the last date, cancelled ones included; None if it repeats for ever."""
    if is_endless(event.recurrence) and repeats(event):
        return None
    return max(one.ends_at for one in dates(event))


def last_date(event: Event) -> Occurrence | None:
    """Return the last date, from `event.last_ends_at`; None if it repeats for ever."""
    if event.last_ends_at is None:
        return None
    return max(
        dates(event, event.last_ends_at - timedelta(microseconds=1)),
        key=lambda one: one.starts_at,
        default=None,
    )
