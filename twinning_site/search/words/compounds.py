"""Words that are written as one: Kammerchor for Chor, Städtepartnerschaft for Partnerschaft."""

from bisect import bisect_left
from itertools import islice, takewhile

from django.utils.translation import get_language

from content.search.query_terms import MAX_ENDING, terms
from content.search.words_query import WantedWord, spellings
from twinning_site.search.words.synonyms import without_small_words
from twinning_site.search.words.vocabulary import vocabulary

# Languages that write compounds as one word
LANGUAGES = {"da", "de", "nl", "sv"}
# Shorter parts are in too many words by chance.
MIN_PART_LENGTH = 4
# No word is longer; whoever types one costs us no time.
MAX_LENGTH = 40
MAX_SPELLINGS = 20


def words_of_compounds(query: str) -> list[WantedWord]:
    """Return for each word what to look for instead: longer words with it, or its own parts.

    It is empty if that would find no more, or the active language has no such words. It takes the
    queries of `vocabulary`.
    """
    if (get_language() or "").split("-")[0] not in LANGUAGES:
        return []
    known = sorted(vocabulary())
    typed = without_small_words(terms(query))
    wanted = [word for term in typed for word in _looked_for(term, known)]
    return wanted if wanted != [WantedWord((term,)) for term in typed] else []


def _looked_for(term: str, known: list[str]) -> list[WantedWord]:
    """Return what stands for `term`: one word in several spellings, or one for each part."""
    if not MIN_PART_LENGTH <= len(term) <= MAX_LENGTH:
        return [WantedWord((term,))]
    longer = [word for word in known if word != term and word.endswith(term)][:MAX_SPELLINGS]
    if longer or _known_form(term, known):
        return [WantedWord((*spellings(term), *longer))]
    for spelling in reversed(spellings(term)):
        if parts := _parts(spelling, known):
            return [WantedWord((part,), is_begun=True) for part in parts]
    return [WantedWord((term,))]


def _parts(term: str, known: list[str]) -> list[str]:
    """Return the known parts of `term`: two that make it up, or the longest at one of its ends."""
    ends = range(len(term) - MIN_PART_LENGTH, MIN_PART_LENGTH - 1, -1)
    splits = [(_known_form(term[:end], known), _known_form(term[end:], known)) for end in ends]
    for parts in splits:
        if all(parts):
            return list(parts)
    longest = max((part for parts in splits for part in parts), key=len, default="")
    return [longest] if longest else []


def _known_form(part: str, known: list[str]) -> str:
    """Return `part` without a linking letter if it is a word, or but for an ending; else empty."""
    without_link = [part.removesuffix(link) for link in ("", "s", "n", "en")]
    for form in dict.fromkeys(without_link):
        position = bisect_left(known, form)
        if known[position : position + 1] == [form]:
            return form
    begin = bisect_left(known, part)
    following = takewhile(lambda word: word.startswith(part), islice(known, begin, None))
    return part if any(len(word) <= len(part) + MAX_ENDING for word in following) else ""
