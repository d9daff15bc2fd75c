"""The value from which dates are computed: a first date, a rule, and changes of single dates.

It knows neither models nor the database: moments go in once and occurrences come out. In
between, all times are naive and on the wall clock of the schedule's own time zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from heapq import merge
from operator import attrgetter
from zoneinfo import ZoneInfo

from events.dates.occurrence import DateChange, Occurrence
from events.dates.recurrence import has_dates, is_endless, wall_clock_starts
from events.dates.wall_clock import Length, to_utc, to_wall_clock

# No clock is changed by more than this.
MAX_CLOCK_CHANGE = timedelta(days=1)

by_start = attrgetter("starts_at")


@dataclass(frozen=True)
class Schedule:
    """When something takes place, once or by a rule.

    Attributes:
        starts_at, ends_at: the first date, aware.
        zone: the time zone on whose wall clock the rule works.
        is_all_day: only the days count, not the hours.
        rule: an RRULE (RFC 5545, 3.3.10); empty if it takes place once.
        changes: of single dates; a change of a day that the rule does not have is ignored.
    """

    starts_at: datetime
    ends_at: datetime
    zone: ZoneInfo
    is_all_day: bool = False
    rule: str = ""
    changes: tuple[DateChange, ...] = ()

    @cached_property
    def first_start(self) -> datetime:
        """Return the naive wall-clock start of the first date; whole days start at midnight."""
        start = to_wall_clock(self.starts_at, self.zone)
        return datetime.combine(start, time.min) if self.is_all_day else start

    @cached_property
    def length(self) -> Length:
        """Return the length of every date by the rule."""
        return Length.between(self.starts_at, self.ends_at, self.zone, is_all_day=self.is_all_day)

    @cached_property
    def is_recurring(self) -> bool:
        """Return whether a rule gives the dates. One that gives none at all counts as no rule."""
        return bool(self.rule) and has_dates(self.first_start, self.rule, self.zone)

    @cached_property
    def _changes_by_day(self) -> dict[date, DateChange]:
        return {change.day: change for change in self.changes}

    def starts(self, since: datetime | None = None) -> Iterator[datetime]:
        """Yield the naive wall-clock starts by the rule, from `since` (naive as well) on."""
        return wall_clock_starts(self.first_start, self.rule, self.zone, since)

    def start_on(self, day: date) -> datetime | None:
        """Return the naive wall-clock start that the rule gives on `day`, None if it has none."""
        start = next(self.starts(max(datetime.combine(day, time.min), self.first_start)), None)
        return start if start is not None and start.date() == day else None

    def occurrence_of(self, day: date) -> Occurrence | None:
        """Return the date that the rule has on `day`, as it is changed; None if it has none."""
        if not self.is_recurring or (start := self.start_on(day)) is None:
            return None
        change = self._changes_by_day.get(day)
        by_rule = self.occurrence_at(start, change)
        if change is None or change.starts_at is None or change.ends_at is None:
            return by_rule
        return replace(
            by_rule,
            starts_at=change.starts_at.astimezone(UTC),
            ends_at=change.ends_at.astimezone(UTC),
        )

    def occurrence_at(self, start: datetime, change: DateChange | None = None) -> Occurrence:
        """Return the date by the rule that starts at the naive wall-clock time `start`."""
        starts_at = to_utc(start, self.zone)
        return Occurrence(
            starts_at, self.length.end(start, self.zone), starts_at, self.zone, change
        )

    def occurrences(self, since: datetime | None = None) -> Iterator[Occurrence]:
        """Yield the dates that end after the aware `since`, soonest first; endlessly by some rules.

        Cancelled dates are among them. A long past costs nothing.
        """
        if not self.is_recurring:
            # A moment that the clocks show twice is kept: it need not be the first of the two.
            starts_at, ends_at = self.starts_at.astimezone(UTC), self.ends_at.astimezone(UTC)
            if since is None or ends_at > since:
                yield Occurrence(starts_at, ends_at, starts_at, self.zone)
            return
        yield from merge(self._moved(since), self._not_moved(since), key=by_start)

    def _not_moved(self, since: datetime | None) -> Iterator[Occurrence]:
        earliest = None
        if since is not None:
            longest = timedelta(days=self.length.days) + self.length.rest + MAX_CLOCK_CHANGE
            earliest = max(to_wall_clock(since, self.zone) - longest, self.first_start)
        for start in self.starts(earliest):
            change = self._changes_by_day.get(start.date())
            if change is None or change.is_cancelled:
                occurrence = self.occurrence_at(start, change)
                if since is None or not occurrence.is_over(since):
                    yield occurrence

    def _moved(self, since: datetime | None) -> list[Occurrence]:
        moved = []
        for change in self._changes_by_day.values():
            if change.ends_at is None or (since is not None and change.ends_at <= since):
                continue
            if (occurrence := self.occurrence_of(change.day)) is not None:
                moved.append(occurrence)
        return sorted(moved, key=by_start)

    def changed_occurrences(self) -> list[Occurrence]:
        """Return the single dates that are cancelled or moved, soonest first."""
        if not self.is_recurring:
            return []
        cancelled = [
            self.occurrence_at(start, change)
            for day, change in self._changes_by_day.items()
            if change.is_cancelled and (start := self.start_on(day)) is not None
        ]
        return sorted([*cancelled, *self._moved(None)], key=by_start)

    def last_end(self) -> datetime | None:
        """Return the end of the last date, cancelled ones included; None if there is no last."""
        if self.is_recurring and is_endless(self.rule):
            return None
        return max(occurrence.ends_at for occurrence in self.occurrences())
