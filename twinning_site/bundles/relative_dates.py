"""Dates that are told from the day of the load, such as `+2 weeks on saturday 19:00`."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    r"(?P<sign>[+-])(?P<number>[0-9]{1,4}) (?P<unit>day|week)s?"
    rf"(?: on (?P<weekday>{'|'.join(WEEKDAYS)}))?"
    r"(?: (?P<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9]))?"
)


def resolved(words: str, zone: ZoneInfo) -> date | datetime | None:
    """Return the date that `words` stand for today; one with a clock in `zone`; None for others.

    With a weekday it is the first one on that day or later.
    """
    match = _RELATIVE.fullmatch(words)
    if match is None:
        return None
    days = int(match["number"]) * (7 if match["unit"] == "week" else 1)
    day = timezone.localdate(timezone=zone) + timedelta(days if match["sign"] == "+" else -days)
    if weekday := match["weekday"]:
        day += timedelta((WEEKDAYS.index(weekday) - day.weekday()) % 7)
    clock = match["clock"]
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone) if clock else day
