"""The versions of a page in other languages, as search engines and social networks are told.

A page whose texts all fell back to another language is not a version of its own: it names the page
in that language as the one to be listed (Google, "Localized versions of your pages").
"""

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from django.conf import settings
from django.db.models import Model
from django.utils.translation import to_locale
from i18nfield.strings import LazyI18nString

from content.translations import original_language, translated_fields


def written_languages(row: Model) -> list[str]:
    """Return the site's languages, in their order, in which a row has a text of its own.

    A row without any is one in the first language. Deferred fields are left out, and texts with a
    page of their own.
    """
    left_out = row.get_deferred_fields() | set(getattr(row, "texts_apart", ()))
    texts = [getattr(row, name) for name in translated_fields(type(row)) if name not in left_out]
    return languages_of(*texts) or [original_language()]


def languages_of(*texts: LazyI18nString | str | None) -> list[str]:
    """Return the site's languages, in their order, in which any of `texts` says something."""
    found = {code for text in texts for code in _codes_of(text)}
    return [code for code in settings.SITE_LANGUAGES if code in found]


def _codes_of(text: LazyI18nString | str | None) -> list[str]:
    data = text.data if isinstance(text, LazyI18nString) else text
    if isinstance(data, dict):
        return [code for code, words in data.items() if words]
    return [original_language()] if data else []


def open_graph_locale(language: str, country: str) -> str:
    """Return a language with a territory, as Open Graph wants it: `en_GB`.

    `country` (ISO 3166-1, or empty) is that of the council; it counts if the language is an
    official one there. Or else it is the country where most people speak the language (CLDR), of
    English the United Kingdom, since the English of a site is British.
    """
    tag = to_locale(language)
    try:
        locale = Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return tag
    if locale.territory:
        return tag
    if country and locale.language in get_official_languages(country, regional=True, de_facto=True):
        return f"{locale.language}_{country}"
    if locale.language == "en":
        return "en_GB"
    likely = get_global("likely_subtags").get(locale.language, "")
    return f"{locale.language}_{likely.split('_')[-1]}" if likely else tag
