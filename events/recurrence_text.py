"""Recurrence rules in words: “every year on 3 October”, “every month on the second Saturday”."""

from datetime import date, datetime

from babel.dates import format_skeleton, get_day_names, get_month_names
from babel.lists import format_list
from django.utils.translation import gettext, ngettext, pgettext_lazy

from content.text.dates import active_locale, long_date
from events.dates.recurrence import WEEKDAYS, split_rule, until
from events.dates.schedule import Schedule

ORDINALS = {
    1: pgettext_lazy("on …", "the first %(weekday)s"),
    2: pgettext_lazy("on …", "the second %(weekday)s"),
    3: pgettext_lazy("on …", "the third %(weekday)s"),
    4: pgettext_lazy("on …", "the fourth %(weekday)s"),
    5: pgettext_lazy("on …", "the fifth %(weekday)s"),
    -1: pgettext_lazy("on …", "the last %(weekday)s"),
}


def rule_text(schedule: Schedule) -> str:
    """Return how something repeats, in the active language; empty if it takes place once.

    Rules that hardly anybody writes are only called irregular; the dates tell the rest.
    """
    if not schedule.rule:
        return ""
    parts = split_rule(schedule.rule)
    interval = int(parts.get("INTERVAL", "1"))
    on = _on(parts, schedule.first_start)
    if on is None:
        return gettext("on irregular dates")
    words = _how_often(parts["FREQ"], interval, on)
    if "UNTIL" in parts:
        last = long_date(until(parts["UNTIL"], schedule.zone))
        return gettext("%(how_often)s, until %(date)s") % {"how_often": words, "date": last}
    if "COUNT" in parts:
        count = int(parts["COUNT"])
        return ngettext(
            "%(how_often)s, %(count)d time", "%(how_often)s, %(count)d times", count
        ) % {"how_often": words, "count": count}
    return words


def _how_often(frequency: str, interval: int, on: str) -> str:
    values = {"day": on, "number": interval}
    if frequency == "DAILY":
        return ngettext("every day", "every %(number)d days", interval) % values
    if frequency == "WEEKLY":
        return ngettext("every %(day)s", "every %(number)d weeks on %(day)s", interval) % values
    if frequency == "MONTHLY":
        return (
            ngettext("every month on %(day)s", "every %(number)d months on %(day)s", interval)
            % values
        )
    return ngettext("every year on %(day)s", "every %(number)d years on %(day)s", interval) % values


def _on(parts: dict[str, str], first: datetime) -> str | None:
    """Return the days that a rule or its first date names; None if there are no words for them."""
    by = {name: value for name, value in parts.items() if name.startswith("BY")}
    match parts["FREQ"], sorted(by):
        case "DAILY", []:
            return ""
        case "WEEKLY", [] | ["BYDAY"]:
            return _weekdays(by.get("BYDAY", WEEKDAYS[first.weekday()]))
        case "MONTHLY", [] | ["BYMONTHDAY"]:
            return _month_day(by.get("BYMONTHDAY", str(first.day)))
        case "MONTHLY", ["BYDAY"]:
            return _nth_weekday(by["BYDAY"])
        case "YEARLY", [] | ["BYMONTH"] | ["BYMONTH", "BYMONTHDAY"]:
            return _day_of_year(by.get("BYMONTH"), by.get("BYMONTHDAY"), first)
        case "YEARLY", ["BYDAY", "BYMONTH"]:
            return _weekday_in_month(by["BYDAY"], by["BYMONTH"])
    return None


def _weekdays(names: str) -> str | None:
    if not set(names.split(",")) <= set(WEEKDAYS):
        return None
    numbers = sorted(WEEKDAYS.index(name) for name in names.split(","))
    if numbers == [0, 1, 2, 3, 4]:
        return gettext("day from Monday to Friday")
    return format_list([_weekday(number) for number in numbers], locale=active_locale())


def _weekday(number: int) -> str:
    return get_day_names("wide", locale=active_locale())[number]


def _month_day(value: str) -> str | None:
    if value == "-1":
        return gettext("the last day")
    return gettext("day %(number)s") % {"number": value} if value.isdecimal() else None


def _nth_weekday(value: str) -> str | None:
    number, name = value[:-2], value[-2:]
    if name not in WEEKDAYS or number.lstrip("+-") not in {"1", "2", "3", "4", "5"}:
        return None
    ordinal = ORDINALS.get(int(number))
    return str(ordinal) % {"weekday": _weekday(WEEKDAYS.index(name))} if ordinal else None


def _day_of_year(month: str | None, day: str | None, first: datetime) -> str | None:
    month, day = month or str(first.month), day or str(first.day)
    if not (month.isdecimal() and day.isdecimal()):
        return None
    try:
        leap_day = date(2000, int(month), int(day))
    except ValueError:
        return None
    return format_skeleton("MMMMd", leap_day, locale=active_locale())


def _weekday_in_month(value: str, month: str) -> str | None:
    weekday = _nth_weekday(value)
    if weekday is None or not month.isdecimal():
        return None
    return gettext("%(weekday)s in %(month)s") % {
        "weekday": weekday,
        "month": get_month_names("wide", locale=active_locale())[int(month)],
    }
