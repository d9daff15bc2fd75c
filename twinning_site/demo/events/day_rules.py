"""Compute days such as “the second Tuesday”, on which recurring events begin."""

from datetime import date, datetime, time, timedelta

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def nth_weekday(year: int, month: int, weekday: int, which: int, clock: str) -> datetime:
    """Return the first (1), second (2) … or last (-1) such weekday of a month, at `HH:MM`."""
    if which > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    else:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    return at(day, clock)


def next_weekday(day: date, weekday: int, clock: str) -> datetime:
    """Return the first such weekday on or after `day`, at `HH:MM`."""
    return at(day + timedelta(days=(weekday - day.weekday()) % 7), clock)


def at(day: date, clock: str) -> datetime:
    """Return `day` at `HH:MM`, without a time zone."""
    return datetime.combine(day, time.fromisoformat(clock))
