"""Moments, what the clocks of a time zone show at them, and lengths of time between the two.

A rule works on the wall clock, so 19:00 stays 19:00 all year. A time that the clocks skip is read
with the offset before the gap; one that comes twice is the first of the two (RFC 5545, 3.3.5).
"""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo


def to_utc(wall_clock: datetime, zone: ZoneInfo, *, is_later: bool = False) -> datetime:
    """Return the aware moment (UTC) at which the clocks of `zone` show the naive `wall_clock`.

    `is_later` is for a time that comes twice: the second of the two.
    """
    return wall_clock.replace(tzinfo=zone, fold=int(is_later)).astimezone(UTC)


def is_skipped(wall_clock: datetime, zone: ZoneInfo) -> bool:
    """Return whether clocks go forward past the naive `wall_clock`, so that they never show it."""
    return to_wall_clock(to_utc(wall_clock, zone), zone) != wall_clock


def comes_twice(wall_clock: datetime, zone: ZoneInfo) -> bool:
    """Return whether clocks go back, so that they show the naive `wall_clock` a second time."""
    return not is_skipped(wall_clock, zone) and is_later_of_two(
        to_utc(wall_clock, zone, is_later=True), zone
    )


def is_later_of_two(moment: datetime, zone: ZoneInfo) -> bool:
    """Return whether the clocks of `zone` show the time of an aware moment for the second time."""
    return bool(moment.astimezone(zone).fold)


def to_wall_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the clocks of `zone` show at an aware moment, as a naive datetime."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def last_day(ends_at: datetime, zone: ZoneInfo) -> date:
    """Return the day in `zone` on which something ends; midnight belongs to the day before."""
    return (ends_at.astimezone(UTC) - timedelta(microseconds=1)).astimezone(zone).date()


class Length(NamedTuple):
    """Whole days of the wall clock plus an exact rest (RFC 5545, 3.3.6).

    A visit from Monday 10:00 to Sunday 18:00 keeps both hours in the week of a clock change.
    """

    days: int
    rest: timedelta

    @classmethod
    def between(
        cls, starts_at: datetime, ends_at: datetime, zone: ZoneInfo, *, is_all_day: bool
    ) -> "Length":
        """Return the length between two aware moments; of whole days, each touched day counts."""
        start = to_wall_clock(starts_at, zone)
        if is_all_day:
            return cls((last_day(ends_at, zone) - start.date()).days + 1, timedelta(0))
        days = max((to_wall_clock(ends_at, zone) - start).days, 0)
        rest = ends_at - to_utc(start + timedelta(days=days), zone)
        if days and rest < timedelta(0):
            days -= 1
            rest = ends_at - to_utc(start + timedelta(days=days), zone)
        return cls(days, rest)

    def end(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the aware end (UTC) of what starts at the naive wall-clock time `start`."""
        return to_utc(start + timedelta(days=self.days), zone) + self.rest
