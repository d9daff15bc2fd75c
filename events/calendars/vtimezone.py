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
    at_first = _change(_offset(begin), begin)
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
        before = _offset(midnight.astimezone(zone))
        if before == _offset((midnight + timedelta(days=1)).astimezone(zone)):
            continue
        at = _first_minute_with_other_offset(zone, midnight, before)
        yield _change(before, at.astimezone(zone))


def _change(before: timedelta, local: datetime) -> Change:
    """Return the change from the offset `before` to what holds at `local`, its first moment."""
    at, name = local.astimezone(UTC), local.tzname() or ""
    return Change(at, before, _offset(local), name, bool(local.dst()))


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or timedelta()


def _first_minute_with_other_offset(
    zone: ZoneInfo, midnight: datetime, before: timedelta
) -> datetime:
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        if _offset((midnight + timedelta(minutes=middle)).astimezone(zone)) == before:
            low = middle
        else:
            high = middle
    return midnight + timedelta(minutes=high)
