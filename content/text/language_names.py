"""Names of all languages of the world that have a code, in the active language."""

from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from content.text.dates import active_locale
from content.text.sorting import sorted_by_name


class _Language(NamedTuple):
    code: str
    name: str


def language_name(code: str) -> str:
    """Return the name of a language, such as `Korean`; an unknown code stands for itself."""
    return _names(str(active_locale())).get(code, code)


def language_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the languages that sites are offered in, then all others, for a field of a model.

    A function, so that a further language needs no migration.
    """
    names = _names(str(active_locale()))
    frequent = {code: names.get(code, code) for code, _name in settings.ALL_LANGUAGES}
    others = {code: name for code, name in names.items() if code not in frequent}
    return [(_("Often used"), _sorted(frequent)), (_("All others"), _sorted(others))]


def _sorted(names: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language.code, language.name)
        for language in sorted_by_name(map(_Language._make, names.items()))
    ]


@cache
def _names(locale: str) -> dict[str, str]:
    """Return names by codes of two or three letters (CLDR), without regions and scripts."""
    return {
        code: name
        for code, name in active_locale().languages.items()
        if len(code) <= 3 and code not in {"und", "zxx", "mul", "mis"}
    }
