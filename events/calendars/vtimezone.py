"""VTIMEZONE (RFC 5545, 3.6.5) from the time zone database.

A zone whose clocks change by a rule has one observance of summer time and one of winter time, each
with a yearly RRULE: Outlook reads the first dates of a list and then loses the changes.
icalendar's own component has the hour after a change to summer time (docs/adr/0009).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from events.calendars.yearly_rule import YearlyRule, split_yearly

# By then every zone but those of Ramadan has kept its rule for long; those list dates up to 2087.
RULES_SEEN_BY = 2100


class Change(NamedTuple):
    """Clocks change at `at` (aware, UTC) from one offset to another."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def onset(self) -> datetime:
        """Return what the clocks would show at that moment had they not been changed."""
        return (self.at + self.before).replace(tzinfo=None)


@lru_cache(maxsize=64)
def vtimezone(name: str, first_year: int, last_year: int) -> Timezone:
    """Return the component that holds from the first change of the first year on.

    It holds for ever if the clocks of the zone change by a rule or no more, else to the end of
    the last year.
    """
    zone = ZoneInfo(name)
    begin = datetime(first_year, 1, 1, tzinfo=UTC).astimezone(zone)
    alike: dict[tuple[object, ...], list[Change]] = {}
    for change in _changes(zone, first_year, max(last_year, RULES_SEEN_BY)):
        alike.setdefault(change[1:], []).append(change)
    component = Timezone()
    component.add("tzid", name)
    if not any(changes[0].onset.year == first_year for changes in alike.values()):
        first = _beginning(begin)
        component.add_component(_observance(first, [first.onset]))
    for changes in alike.values():
        for observance in _observances(changes, last_year):
            component.add_component(observance)
    return component


def _observances(
    changes: list[Change], last_year: int
) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    """Yield a kind of time: single beginnings up to the last year, and those by a rule."""
    single, rule = split_yearly([change.onset for change in changes])
    if rule and (rule.first.year > last_year or changes[-1].onset.year < RULES_SEEN_BY):
        single, rule = [change.onset for change in changes], None
    if wanted := [onset for onset in single if onset.year <= last_year]:
        yield _observance(changes[0], wanted)
    if rule:
        yield _observance(changes[0], [rule.first], rule)


def _observance(
    kind: Change, onsets: list[datetime], rule: YearlyRule | None = None
) -> TimezoneStandard | TimezoneDaylight:
    """Return a kind of time with its beginnings, on the clock as it was before each of them."""
    observance = TimezoneDaylight() if kind.is_summer else TimezoneStandard()
    observance.add("dtstart", onsets[0])
    if rule:
        observance.add("rrule", rule.parts)
    if onsets[1:]:
        observance.add("rdate", onsets[1:])
    observance.add("tzname", kind.name)
    observance.add("tzoffsetfrom", kind.before)
    observance.add("tzoffsetto", kind.after)
    return observance


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    day, end = date(first_year, 1, 1), date(last_year + 1, 1, 1)
    while day < end:
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        day += timedelta(days=1)
        before = midnight.astimezone(zone)
        if _offset(before) == _offset((midnight + timedelta(days=1)).astimezone(zone)):
            continue
        at = _first_minute_with_other_offset(zone, midnight, _offset(before))
        yield _change(before, at.astimezone(zone))


def _beginning(local: datetime) -> Change:
    """Return what holds at `local`, from then on."""
    offset = _offset(local)
    return Change(local, offset, offset, local.tzname() or "", _saved(local) > timedelta())


def _change(before: datetime, local: datetime) -> Change:
    """Return the change from what held at `before` to what holds at `local`, its first moment."""
    changes = _saved(before) != _saved(local)
    old, new = _offset(before), _offset(local)
    # Not by what is saved: Irish law has winter time, an hour less than the usual one.
    return Change(local.astimezone(UTC), old, new, local.tzname() or "", changes and new > old)


def _saved(local: datetime) -> timedelta:
    return local.dst() or timedelta()


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
