"""Dates that are told from the day of the load, such as `+2 weeks on saturday 19:00`."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Which such weekday of a month; none has a fifth each month.
_PLACES = ("1st", "2nd", "3rd", "4th")
_WEEKDAY = "|".join(WEEKDAYS)
_RELATIVE = re.compile(
    r"(?P<sign>[+-])(?P<number>[0-9]{1,4}) (?P<unit>day|week)s?"
    rf"(?: on (?:(?P<weekday>{_WEEKDAY})"
    rf"|(?P<place>{'|'.join(_PLACES)}) (?P<of_month>{_WEEKDAY}) of month))?"
    r"(?: (?P<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9]))?"
)


def resolved(words: str, zone: ZoneInfo) -> date | datetime | None:
    """Return the date that `words` stand for today; one with a clock in `zone`; None for others.

    With a weekday it is the first one on that day or later, with `2nd` and `of month` the second
    one of the month in which that day is.
    """
    match = _RELATIVE.fullmatch(words)
    if match is None:
        return None
    days = int(match["number"]) * (7 if match["unit"] == "week" else 1)
    day = timezone.localdate(timezone=zone) + timedelta(days if match["sign"] == "+" else -days)
    if weekday := match["weekday"]:
        day = _next(weekday, day)
    elif weekday := match["of_month"]:
        day = _next(weekday, day.replace(day=1)) + timedelta(weeks=_PLACES.index(match["place"]))
    clock = match["clock"]
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone) if clock else day


def _next(weekday: str, day: date) -> date:
    return day + timedelta((WEEKDAYS.index(weekday) - day.weekday()) % 7)
