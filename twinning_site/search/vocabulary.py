"""The words of the public pages in each language, cached for “Did you mean”."""

from collections import Counter

from django.conf import settings
from django.core.cache import cache
from django.db.models.functions import Left
from django.utils.translation import get_language

from content.search.query_terms import WORD
from content.text.transliteration import unaccented
from twinning_site.search.query import public_entries
from twinning_site.search.site_pages import site_page_words

VOCABULARY_SECONDS = 300
# Entries read for the vocabulary, characters read of each text, and words kept: the most frequent
MAX_ENTRIES, MAX_TEXT_LENGTH, MAX_WORDS = 2000, 4000, 20_000


def clear_vocabulary() -> None:
    """Clear the cached vocabulary of every language, after the index has changed."""
    cache.delete_many(_vocabulary_key(language) for language in settings.SITE_LANGUAGES)


def vocabulary() -> dict[str, str]:
    """Return the words of public pages in the active language: unaccented to usual spelling."""
    key = _vocabulary_key(get_language())
    return cache.get_or_set(key, _read_vocabulary, VOCABULARY_SECONDS)  # type: ignore[return-value] # never None


def _vocabulary_key(language: str) -> str:
    return f"search-vocabulary-{language}"


def _read_vocabulary() -> dict[str, str]:
    """Read the vocabulary in 1 query; entries that last or are upcoming come first."""
    entries = public_entries().order_by("-over_at")
    rows = entries.values_list("heading", Left("text", MAX_TEXT_LENGTH))[:MAX_ENTRIES]
    count: Counter[str] = Counter()
    for heading, text in rows:
        # The last word of a text that was cut may be incomplete.
        complete = text if len(text) < MAX_TEXT_LENGTH else text.rpartition(" ")[0]
        count.update(WORD.findall(heading))
        count.update(WORD.findall(complete))
    words: dict[str, str] = {}
    for word in [*(word for word, _count in count.most_common(MAX_WORDS)), *site_page_words()]:
        if word.isalpha():
            words.setdefault(unaccented(word), word)
    return words
