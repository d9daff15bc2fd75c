"""Sizes of files as the active language writes them (CLDR, through Babel)."""

from typing import Literal

from babel.units import format_unit

from content.text.dates import active_locale

_UNITS = ["digital-byte", "digital-kilobyte", "digital-megabyte", "digital-gigabyte"]
# What computers call so, and what limits are set in
STEP = 1024


def file_size(size: int) -> str:
    """Return `147.6 kB`, of a number of bytes."""
    number, units = float(size), list(_UNITS)
    while number >= STEP and len(units) > 1:
        number /= STEP
        units.pop(0)
    length: Literal["short", "long"] = "long" if units[0] == "digital-byte" else "short"
    return format_unit(round(number, 1), units[0], length, locale=active_locale())
