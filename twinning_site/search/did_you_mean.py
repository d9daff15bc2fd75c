"""“Did you mean …?”: correct misspelt words with words from the public pages of this site."""

from collections import Counter
from difflib import get_close_matches

from django.conf import settings
from django.core.cache import cache
from django.db.models.functions import Left
from django.utils.translation import get_language

from content.search.terms import WORD, terms
from content.text.transliteration import unaccented
from twinning_site.search.query import has_results, public_entries
from twinning_site.search.site_pages import site_page_words

VOCABULARY_SECONDS = 300
# Entries read for the vocabulary, characters read of each text, and words kept: the most frequent
MAX_ENTRIES, MAX_TEXT_LENGTH, MAX_WORDS = 2000, 4000, 20_000
# Shorter words resemble too many others.
MIN_WORD_LENGTH = 4
# difflib's ratio for two words, and by how many characters their lengths may differ. The second
# is checked first: comparing every word closely would take seconds.
MIN_SIMILARITY, MAX_LENGTH_DIFFERENCE = 0.8, 2


def suggest_query(query: str) -> str:
    """Return the query with misspelt words corrected, or "" if that would find nothing.

    Words of the vocabulary stay as they are. If no entry has all the words, the corrected ones
    are suggested alone. It takes 3 queries at most.
    """
    known = vocabulary()
    wanted = terms(query)
    corrections = {term: _closest_word(term, known) for term in wanted if term not in known}
    corrections = {term: word for term, word in corrections.items() if word}
    if not corrections:
        return ""
    corrected_query = " ".join(corrections.get(term) or known.get(term, term) for term in wanted)
    for words in dict.fromkeys([corrected_query, " ".join(corrections.values())]):
        # The vocabulary is cached, so that its words may be gone from the index.
        if has_results(words):
            return words
    return ""


def clear_vocabulary() -> None:
    """Clear the cached vocabulary of every language, after the index has changed."""
    cache.delete_many(_vocabulary_key(language) for language in settings.SITE_LANGUAGES)


def vocabulary() -> dict[str, str]:
    """Return the words of public pages in the active language: unaccented to usual spelling."""
    key = _vocabulary_key(get_language())
    return cache.get_or_set(key, _read_vocabulary, VOCABULARY_SECONDS)


def _vocabulary_key(language: str) -> str:
    return f"search-vocabulary-{language}"


def _read_vocabulary() -> dict[str, str]:
    """Read the vocabulary in 1 query; entries that last or are upcoming come first."""
    entries = public_entries().order_by("-over_at")
    rows = entries.values_list("heading", Left("text", MAX_TEXT_LENGTH))[:MAX_ENTRIES]
    count = Counter()
    for heading, text in rows:
        # The last word of a text that was cut may be incomplete.
        complete = text if len(text) < MAX_TEXT_LENGTH else text.rpartition(" ")[0]
        count.update(WORD.findall(heading))
        count.update(WORD.findall(complete))
    words = {}
    for word in [*(word for word, _count in count.most_common(MAX_WORDS)), *site_page_words()]:
        if word.isalpha():
            words.setdefault(unaccented(word), word)
    return words


def _closest_word(term: str, known: dict[str, str]) -> str:
    """Return the usual spelling of the word most similar to `term`, or "" if none is."""
    if len(term) < MIN_WORD_LENGTH or not term.isalpha():
        return ""
    candidates = [
        word
        for word in known
        if abs(len(word) - len(term)) <= MAX_LENGTH_DIFFERENCE
        and len(word) >= MIN_WORD_LENGTH
        # Few misspellings affect both ends of a word.
        and (word[0] == term[0] or word[-3:] == term[-3:])
    ]
    closest = get_close_matches(term, candidates, 1, MIN_SIMILARITY)
    return known[closest[0]] if closest else ""
