"""Routes whose words follow the language of the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language, override

from content.languages.addresses.words import word
from content.languages.source_texts import SOURCE_LANGUAGE

# The language of words for which routes are asked, if not that of the page
_asked: ContextVar[str] = ContextVar("asked", default="")


def _in_words(route: str) -> str:
    with override(_asked.get() or language_of_addresses()):
        return "/".join(word(part) for part in route.split("/"))


translated = lazy(_in_words, str)


def language_of_addresses() -> str:
    """Return the language whose words the addresses of the active language have."""
    if not settings.TRANSLATE_ADDRESSES:
        return SOURCE_LANGUAGE
    # Officers may work in a language that the site does not offer.
    language = get_language()
    return language if language in settings.SITE_LANGUAGES else settings.LANGUAGE_CODE


@contextmanager
def words_of(language: str) -> Iterator[None]:
    """Have `str()` of routes give the words of this language."""
    token = _asked.set(language)
    try:
        yield
    finally:
        _asked.reset(token)
