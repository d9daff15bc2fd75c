"""Dates and times as the active language writes them (CLDR, through Babel)."""

from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from babel.lists import format_list
from babel.units import format_unit
from django.utils.translation import get_language, gettext, to_locale


def active_locale() -> Locale:
    """Return the locale of the active language; English without a country is British."""
    code = get_language() or "en"
    return Locale.parse(to_locale("en-gb" if code == "en" else code))


def vague_date_text(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return `1990`, `May 1990` or `4 May 1990`, as much as is known.

    Raises:
        ValueError: if there is no such day.
    """
    locale = active_locale()
    if month is None:
        return str(year)
    if day is None:
        return format_skeleton("yMMMM", date(year, month, 1), locale=locale)
    return format_date(date(year, month, day), format="long", locale=locale)


def long_date(day: date | datetime) -> str:
    """Return `7 November 2015`; of a datetime, the date in its own time zone."""
    return format_date(day, format="long", locale=active_locale())


def short_month(day: date) -> str:
    """Return `Nov`: in some languages with a small letter, or whole."""
    return format_skeleton("MMM", day, locale=active_locale())


def short_day(day: date) -> str:
    """Return `7 Nov`."""
    return format_skeleton("MMMd", day, locale=active_locale())


def full_date(day: date | datetime) -> str:
    """Return `Saturday 7 November 2015`; of a datetime, the date in its own time zone."""
    # Without the comma that CLDR puts after the day of the week in English
    return format_date(day, format="full", locale=active_locale()).replace("day, ", "day ")


def hours(length: timedelta) -> str:
    """Return `6 hours` or `5 hours, 30 minutes`."""
    locale = active_locale()
    whole, minutes = divmod(length // timedelta(minutes=1), 60)
    parts = [(whole, "duration-hour"), (minutes, "duration-minute")]
    texts = [format_unit(number, unit, locale=locale) for number, unit in parts if number]
    return format_list(texts, style="unit", locale=locale)


def clock_time(moment: datetime) -> str:
    """Return `15:00`, or as the language writes it, in the time zone of `moment`."""
    return format_time(moment.time(), format="short", locale=active_locale())


def days_from(today: date, day: date) -> str:
    """Return how far away a day is: `today`, `in 12 days`, `in 3 weeks`, `2 months ago`."""
    days = (day - today).days
    if days == 0:
        return gettext("today")
    if days == 1:
        return gettext("tomorrow")
    # A unit is used from two of it on: 13 days stay days, 14 are 2 weeks.
    return format_timedelta(
        day - today, granularity="day", threshold=2, add_direction=True, locale=active_locale()
    )
