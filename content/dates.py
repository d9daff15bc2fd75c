"""Dates in words, as the active language writes them (CLDR, through Babel)."""

from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils.translation import get_language, to_locale


def active_locale() -> Locale:
    """The locale of the active language. British customs hold for plain English."""
    code = get_language() or "en"
    return Locale.parse(to_locale("en-gb" if code == "en" else code))


def vague_date_text(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write `1990`, `May 1990` or `4 May 1990`, as much as is known.

    Raises:
        ValueError: if there is no such day.
    """
    locale = active_locale()
    if month is None:
        return str(year)
    if day is None:
        return format_skeleton("yMMMM", date(year, month, 1), locale=locale)
    return format_date(date(year, month, day), format="long", locale=locale)
