"""Short names for addresses and downloaded files, made from names in any language and script."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.text import slugify
from i18nfield.strings import LazyI18nString

from content.text.transliteration import in_latin_letters, is_latin


def slug_of(text: str, language: str = "") -> str:
    """Return small letters, digits and hyphens for a text in `language`; perhaps none at all."""
    return slugify(in_latin_letters(text, language).replace("/", " "))


def slug_of_name(name: LazyI18nString | str) -> str:
    """Return the slug of a name: in the first language of the site in which it is in Latin script.

    Without one it is transliterated; empty if that is not possible.
    """
    names = list(names_of(name))
    latin = [pair for pair in names if is_latin(pair[1])]
    slugs = (slug_of(text, language) for language, text in [*latin, *names])
    return next(filter(None, slugs), "")


def has_latin_name(name: LazyI18nString | str) -> bool:
    """Return whether the name is in Latin script in any of its languages."""
    return any(is_latin(text) for _language, text in names_of(name))


def names_of(name: LazyI18nString | str) -> Iterator[tuple[str, str]]:
    """Yield pairs of language and text, those in the site's languages first."""
    data = name.data if isinstance(name, LazyI18nString) else name
    if not isinstance(data, dict):
        yield "", str(data or "")
        return
    for code in dict.fromkeys([*settings.SITE_LANGUAGES, *data]):
        if text := data.get(code):
            yield code, text
