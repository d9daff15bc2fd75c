"""Names in the order that readers of the active language expect."""

from collections.abc import Iterable
from functools import cache
from typing import Protocol, TypeVar

import icu
from django.conf import settings
from django.utils.translation import get_language


class Named(Protocol):
    """Anything with a name: a city, a group, a theme."""

    @property
    def name(self) -> object: ...


Row = TypeVar("Row", bound=Named)


def sorted_by_name(rows: Iterable[Row]) -> list[Row]:
    """Return `rows` sorted by their name, as lists of the active language are sorted.

    The rules are those of the Unicode Common Locale Data Repository (CLDR): in Swedish Å, Ä and Ö
    follow Z, in German they stand with A and O.
    """
    collator = _collator(get_language() or settings.LANGUAGE_CODE)
    return sorted(rows, key=lambda row: collator.getSortKey(str(row.name)))


@cache
def _collator(language: str) -> icu.Collator:
    return icu.Collator.createInstance(icu.Locale.forLanguageTag(language))
