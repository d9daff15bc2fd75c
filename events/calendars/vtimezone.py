"""VTIMEZONE (RFC 5545, 3.6.5) from the time zone database.

icalendar's own component has the hour after a change to summer time (docs/adr/0009).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard


class Change(NamedTuple):
    """Clocks change at `at` (aware, UTC) from one offset to another."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@lru_cache(maxsize=64)
def vtimezone(name: str, first_year: int, last_year: int) -> Timezone:
    """Return the component that holds from the first to the last year, both included."""
    zone = ZoneInfo(name)
    begin = datetime(first_year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = begin.utcoffset()
    at_first = Change(begin.astimezone(UTC), offset, offset, begin.tzname(), bool(begin.dst()))
    alike: dict[tuple[object, ...], list[Change]] = {}
    for change in [at_first, *_changes(zone, first_year, last_year)]:
        alike.setdefault(change[1:], []).append(change)
    component = Timezone()
    component.add("tzid", name)
    for changes in alike.values():
        component.add_component(_observance(changes))
    return component


def _observance(changes: list[Change]) -> TimezoneStandard | TimezoneDaylight:
    """Return a kind of time with its beginnings, on the clock as it was before each of them."""
    first = changes[0]
    observance = TimezoneDaylight() if first.is_summer else TimezoneStandard()
    onsets = [(change.at + change.before).replace(tzinfo=None) for change in changes]
    observance.add("dtstart", onsets[0])
    if onsets[1:]:
        observance.add("rdate", onsets[1:])
    observance.add("tzname", first.name)
    observance.add("tzoffsetfrom", first.before)
    observance.add("tzoffsetto", first.after)
    return observance


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    day, end = date(first_year, 1, 1), date(last_year + 1, 1, 1)
    while day < end:
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        day += timedelta(days=1)
        before = midnight.astimezone(zone).utcoffset()
        if before == (midnight + timedelta(days=1)).astimezone(zone).utcoffset():
            continue
        at = _first_minute_with_other_offset(zone, midnight, before)
        after = at.astimezone(zone)
        yield Change(at, before, after.utcoffset(), after.tzname(), bool(after.dst()))


def _first_minute_with_other_offset(
    zone: ZoneInfo, midnight: datetime, before: timedelta
) -> datetime:
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        if (midnight + timedelta(minutes=middle)).astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return midnight + timedelta(minutes=high)
