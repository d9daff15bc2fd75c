"""Distances between cities in words, as exact as the middle of a city is."""

from typing import Literal

from babel.units import format_unit
from django.utils.translation import gettext as _

from content.text.dates import active_locale

KM_PER_MILE = 1.609344
# Where roads are measured in miles: the systems "UK" and "US" of CLDR's measurement data
COUNTRIES_WITH_MILES = {"GB", "LR", "US"}
Length = Literal["short", "long"]


def short_distance(km: float, *, in_miles: bool) -> str:
    """Return “400 km” or “250 mi”, rounded."""
    return _miles(km, "short") if in_miles else _kilometres(km, "short")


def long_distance(km: float, *, in_miles: bool) -> str:
    """Return “400 kilometres”, or “250 miles (400 kilometres)” for guests as well."""
    kilometres = _kilometres(km, "long")
    if not in_miles:
        return kilometres
    return _("%(miles)s (%(kilometres)s)") % {"miles": _miles(km, "long"), "kilometres": kilometres}


def rounded(number: float) -> int:
    """Return a distance rounded to one, from 100 on to ten, from 1000 on to a hundred."""
    step = 100 if number >= 1000 else 10 if number >= 100 else 1
    return round(number / step) * step


def _kilometres(km: float, length: Length) -> str:
    return format_unit(rounded(km), "length-kilometer", length, locale=active_locale())


def _miles(km: float, length: Length) -> str:
    return format_unit(rounded(km / KM_PER_MILE), "length-mile", length, locale=active_locale())
