"""Countries in the language and the order that readers expect."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django_countries
from django.utils.translation import get_language, to_locale
from django_countries import Countries, CountryTuple

from content.text.dates import active_locale
from content.text.sorting import sorted_by_name


class SortedCountries(Countries):
    """All countries, sorted by their name in the active language.

    In languages that django-countries does not know, such as Welsh, the names are those of CLDR.
    """

    def __iter__(self) -> Iterator[CountryTuple]:
        return iter(sorted_by_name(super().__iter__()))

    def translate_pair(self, code: str, name: Any = None) -> CountryTuple:
        """Return the code and the name in the active language."""
        if _is_known_to_package(get_language() or "en"):
            return super().translate_pair(code, name)
        return CountryTuple(code, active_locale().territories[code])


@cache
def _is_known_to_package(language: str) -> bool:
    folder = Path(django_countries.__file__).parent / "locale" / to_locale(language)
    return language.startswith("en") or folder.is_dir()
