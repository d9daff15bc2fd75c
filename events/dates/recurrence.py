"""Recurrence rules (RFC 5545, 3.3.10) on the wall clock: 19:00 stays 19:00 all year.

Rules never hold a time of day, so there is at most one occurrence a day. `UNTIL` is the last
day on which an occurrence may begin, in the event's own time zone.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import dropwhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# A slip of the pen must not make a page compute for ever.
MAX_OCCURRENCES = 2000
LAST_YEAR = 2199
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# Part of a rule: the largest number it may hold (its negative counts from the end).
NUMBERS = {
    "INTERVAL": 999,
    "COUNT": MAX_OCCURRENCES,
    "BYMONTH": 12,
    "BYMONTHDAY": 31,
    "BYYEARDAY": 366,
    "BYWEEKNO": 53,
    "BYSETPOS": 366,
}
ONLY_POSITIVE = {"INTERVAL", "COUNT", "BYMONTH"}
# Either of these gives a rule its last date.
LAST = {"UNTIL", "COUNT"}


def split_rule(rule: str) -> dict[str, str]:
    """Return the parts of a rule, upper-case: `{"FREQ": "YEARLY", "BYMONTH": "10"}`.

    Raises:
        ValueError: if a part has no name or stands there twice.
    """
    pairs = [part.partition("=")[::2] for part in rule.upper().split(";")]
    parts = dict(pairs)
    if len(parts) != len(pairs) or "" in parts:
        raise ValueError(rule)
    return parts


def join_rule(parts: dict[str, str]) -> str:
    """Return the rule that has these parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def check_recurrence(rule: str) -> None:
    """Refuse what is not the value of an RRULE, and anything more often than daily.

    Raises:
        ValidationError: always with the same sentence.
    """
    try:
        parts = split_rule(rule)
        _check_parts(parts)
        # Whether some day of the calendar fits; from which date on it counts is not known here.
        days = {name: value for name, value in parts.items() if name not in {"INTERVAL", *LAST}}
        if next(iter(rrulestr(join_rule(days), dtstart=datetime(2000, 1, 1))), None) is None:
            raise ValueError(rule)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValidationError(_("This is not a rule by which an event can repeat.")) from error


def _check_parts(parts: dict[str, str]) -> None:
    known = {"FREQ", "UNTIL", "BYDAY", "WKST", *NUMBERS}
    if parts["FREQ"] not in FREQUENCIES or parts.keys() - known:
        raise ValueError(parts)
    if parts.keys() >= LAST:
        raise ValueError(parts)
    for name in parts.keys() & NUMBERS.keys():
        for number in map(int, parts[name].split(",")):
            lowest = 1 if name in ONLY_POSITIVE else -NUMBERS[name]
            if not number or not lowest <= number <= NUMBERS[name]:
                raise ValueError(parts[name])
    if "UNTIL" in parts and until(parts["UNTIL"], ZoneInfo("UTC")).year > LAST_YEAR:
        raise ValueError(parts["UNTIL"])


def until(value: str, zone: ZoneInfo) -> datetime:
    """Return the last wall-clock moment that the value of UNTIL allows; a date means all of it.

    Raises:
        ValueError: if it is neither a date nor a date and time.
    """
    if "T" not in value:
        return datetime.strptime(value, "%Y%m%d").replace(hour=23, minute=59, second=59)
    if value.endswith("Z"):
        moment = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return moment.astimezone(zone).replace(tzinfo=None)
    return datetime.strptime(value, "%Y%m%dT%H%M%S")


def is_endless(rule: str) -> bool:
    """Return whether a rule has no last occurrence."""
    return bool(rule) and not LAST & split_rule(rule).keys()


def wall_clock_starts(
    first: datetime, rule: str, zone: ZoneInfo, since: datetime | None = None
) -> Iterator[datetime]:
    """Yield the starts from `since` on. Everything is naive, on the wall clock of `zone`.

    A long past costs nothing: the rule is started anew shortly before `since`.
    """
    parts = split_rule(rule)
    if "UNTIL" in parts:
        parts["UNTIL"] = f"{until(parts['UNTIL'], zone):%Y%m%dT%H%M%S}"
    if "COUNT" in parts:
        dates = iter(_counted(join_rule(parts), first))
    else:
        begin = first
        if since is not None and since > first:
            parts |= implied(parts, first)
            begin = _nearer(first, since, parts)
        dates = iter(rrulestr(join_rule(parts), dtstart=begin))
    return dates if since is None else dropwhile(lambda date: date < since, dates)


@lru_cache(maxsize=4096)
def has_dates(first: datetime, rule: str, zone: ZoneInfo) -> bool:
    """Return whether the rule gives any date from the naive `first` on."""
    return next(wall_clock_starts(first, rule, zone), None) is not None


@lru_cache(maxsize=512)
def _counted(rule: str, first: datetime) -> tuple[datetime, ...]:
    """Return every date of a rule with COUNT, which has to be counted from the first."""
    return tuple(rrulestr(rule, dtstart=first))


def implied(parts: dict[str, str], first: datetime) -> dict[str, str]:
    """Return the parts that a rule takes from its first date (RFC 5545, 3.3.10)."""
    if parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        return {}
    frequency = parts["FREQ"]
    if frequency == "WEEKLY":
        return {"BYDAY": WEEKDAYS[first.weekday()]}
    if frequency == "MONTHLY":
        return {"BYMONTHDAY": str(first.day)}
    if frequency == "YEARLY":
        return {"BYMONTH": parts.get("BYMONTH", str(first.month)), "BYMONTHDAY": str(first.day)}
    return {}


def _nearer(first: datetime, since: datetime, parts: dict[str, str]) -> datetime:
    """Return a start that is whole intervals later, at least one of them before `since`."""
    interval = int(parts.get("INTERVAL", "1"))
    passed = {
        "DAILY": (since - first).days,
        "WEEKLY": (since - first).days // 7,
        "MONTHLY": (since.year - first.year) * 12 + since.month - first.month,
        "YEARLY": since.year - first.year,
    }[parts["FREQ"]]
    skipped = (passed // interval - 1) * interval
    if skipped <= 0:
        return first
    match parts["FREQ"]:
        case "DAILY":
            return first + timedelta(days=skipped)
        case "WEEKLY":
            return first + timedelta(weeks=skipped)
        case "MONTHLY":
            years, month = divmod(first.month - 1 + skipped, 12)
            return first.replace(year=first.year + years, month=month + 1, day=1)
        case _:
            return first.replace(year=first.year + skipped, month=1, day=1)
