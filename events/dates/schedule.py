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
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import TYPE_CHECKING

from events.dates.occurrence import PAST, Occurrence, first_start, length, moment, wall_clock
from events.dates.recurrence import has_dates, is_endless, wall_clock_starts

if TYPE_CHECKING:
    from events.models import Event, OccurrenceChange

# No clock is turned further than this.
MAX_CLOCK_CHANGE = timedelta(days=1)


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
        longest = timedelta(days=size.days) + size.rest + MAX_CLOCK_CHANGE
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
