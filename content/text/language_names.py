"""Names of all languages of the world that have a code, in the active language."""

from functools import cache
from typing import NamedTuple

from babel.localedata import locale_identifiers
from django.conf import settings
from django.utils.translation import gettext as _

from content.languages.tags import is_right_to_left, name_in, own_name, parse_tag
from content.text.dates import active_locale
from content.text.sorting import sorted_by_name


class _Language(NamedTuple):
    code: str
    name: str


def language_name(code: str) -> str:
    """Return the name of a language, such as `Korean` or `Serbian (Latin)`.

    An unknown code stands for itself.
    """
    return name_in(code, active_locale()) or code


def language_facts(code: str) -> dict[str, object]:
    """Return what menus of languages show: `code`, `name_local`, `name`, `bidi`.

    Like Django's get_language_info(), for every language of CLDR.
    """
    return {
        "code": code,
        "name": language_name(code),
        "name_translated": language_name(code),
        "name_local": own_name(code),
        "bidi": is_right_to_left(code),
    }


def language_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the languages that sites are offered in, then all others, for a field of a model.

    A function, so that a further language needs no migration.
    """
    names = _names(str(active_locale()))
    frequent = {code: names.get(code) or language_name(code) for code, _n in settings.ALL_LANGUAGES}
    others = {code: name for code, name in names.items() if code not in frequent}
    return [(_("Often used"), _sorted(frequent)), (_("All others"), _sorted(others))]


def _sorted(names: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language.code, language.name)
        for language in sorted_by_name(map(_Language._make, names.items()))
    ]


@cache
def _names(locale: str) -> dict[str, str]:
    """Return names by tags (CLDR): every language, and those with a script or a region that
    CLDR has a name or texts for, such as `zh-Hant` and `pt-BR`."""
    names: dict[str, str] = {}
    scripts = [name for name in locale_identifiers() if len(name.partition("_")[2]) == 4]
    for identifier in [*active_locale().languages, *scripts]:
        tag = parse_tag(identifier)
        if tag and not tag.region.isdecimal():
            names.setdefault(str(tag), name_in(str(tag), active_locale()))
    return names
