"""“Did you mean …?”: mends slips with words that the public can read on this site."""

from collections import Counter
from difflib import get_close_matches

from django.conf import settings
from django.core.cache import cache
from django.db.models.functions import Left
from django.utils.translation import get_language

from content.search.terms import WORD, terms
from content.text.transliteration import unaccented
from twinning_site.search.query import finds, public_entries
from twinning_site.search.site_pages import own_words

VOCABULARY_SECONDS = 300
# What is read for the vocabulary, and what is kept of it: the words that most texts have.
MAX_ENTRIES, MAX_LETTERS, MAX_WORDS = 2000, 4000, 20_000
# Shorter words are like too many others.
MIN_LETTERS = 4
# How alike two words have to be for a slip of the fingers (difflib's ratio), and how much
# longer one may be. Looking closely at every word would take seconds.
ALIKE, LONGER = 0.8, 2


def suggestion(query: str) -> str:
    """The query with slips mended, if that finds something: 3 queries at most.

    Words that are known stay. If nothing has them all, those that were mended come alone.
    """
    known = vocabulary()
    wanted = terms(query)
    mended = {term: _mended(term, known) for term in wanted if term not in known}
    mended = {term: better for term, better in mended.items() if better}
    if not mended:
        return ""
    whole = " ".join(mended.get(term) or known.get(term, term) for term in wanted)
    for words in dict.fromkeys([whole, " ".join(mended.values())]):
        # The vocabulary may be some minutes old, and no text need have all the words.
        if finds(words):
            return words
    return ""


def forget_vocabulary() -> None:
    """Read the words anew: something was written, changed or taken away."""
    cache.delete_many(_vocabulary_key(language) for language in settings.SITE_LANGUAGES)


def vocabulary() -> dict[str, str]:
    """Words that the public can read in this language: unaccented, and as mostly written."""
    key = _vocabulary_key(get_language())
    return cache.get_or_set(key, _read_vocabulary, VOCABULARY_SECONDS)


def _vocabulary_key(language: str) -> str:
    return f"search-vocabulary-{language}"


def _read_vocabulary() -> dict[str, str]:
    """What lasts or is ahead is read first: 1 query."""
    entries = public_entries().order_by("-over_at")
    rows = entries.values_list("heading", Left("text", MAX_LETTERS))[:MAX_ENTRIES]
    count = Counter()
    for heading, text in rows:
        # The last word of a text that was cut may be a piece of one.
        whole = text if len(text) < MAX_LETTERS else text.rpartition(" ")[0]
        count.update(WORD.findall(heading))
        count.update(WORD.findall(whole))
    words = {}
    for word in [*(word for word, _times in count.most_common(MAX_WORDS)), *own_words()]:
        if word.isalpha():
            words.setdefault(unaccented(word), word)
    return words


def _mended(term: str, known: dict[str, str]) -> str:
    """The known word that is most like `term`, as it is written; empty if there is none."""
    if len(term) < MIN_LETTERS or not term.isalpha():
        return ""
    likely = [
        word
        for word in known
        if abs(len(word) - len(term)) <= LONGER
        and len(word) >= MIN_LETTERS
        # Hardly any slip spoils both ends of a word.
        and (word[0] == term[0] or word[-3:] == term[-3:])
    ]
    return next((known[word] for word in get_close_matches(term, likely, 1, ALIKE)), "")
