"""Sizes of files as the active language writes them (CLDR, through Babel)."""

from typing import Literal

from babel.units import format_unit
from django.core.exceptions import ValidationError
from django.utils.functional import Promise

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


def check_file_size(size: int, most: int, words: str | Promise) -> None:
    """Refuse a file of more bytes than can be taken.

    Args:
        words: the sentence that says so, with places for `size` and `limit`.

    Raises:
        ValidationError: with these words.
    """
    if size > most:
        raise ValidationError(words % {"size": file_size(size), "limit": file_size(most)})
