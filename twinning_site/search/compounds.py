"""Words that are written as one: Kammerchor for Chor, Städtepartnerschaft for Partnerschaft."""

from django.utils.translation import get_language

from content.search.query_terms import MAX_ENDING, terms
from content.search.words_query import spellings
from twinning_site.search.synonyms import without_small_words
from twinning_site.search.vocabulary import vocabulary

# Languages that write compounds as one word
LANGUAGES = {"da", "de", "nl", "sv"}
# Shorter parts are in too many words by chance.
MIN_PART_LENGTH = 4
MAX_SPELLINGS = 20


def words_of_compounds(query: str) -> list[tuple[str, ...]]:
    """Return for each word what to look for instead: longer words with it, or its own parts.

    It is empty if that would find no more, or the active language has no such words. It takes the
    queries of `vocabulary`.
    """
    if (get_language() or "").split("-")[0] not in LANGUAGES:
        return []
    known = vocabulary()
    typed = without_small_words(terms(query))
    wanted = [word for term in typed for word in _looked_for(term, known)]
    return wanted if wanted != [(term,) for term in typed] else []


def _looked_for(term: str, known: dict[str, str]) -> list[tuple[str, ...]]:
    """Return the spellings of the words that stand for `term`: one, or one for each part."""
    if len(term) < MIN_PART_LENGTH:
        return [(term,)]
    longer = [word for word in known if word != term and word.endswith(term)][:MAX_SPELLINGS]
    if longer or _is_known(term, known):
        return [(*spellings(term), *longer)]
    for spelling in reversed(spellings(term)):
        if parts := _parts(spelling, known):
            return [(part,) for part in parts]
    return [(term,)]


def _parts(term: str, known: dict[str, str]) -> list[str]:
    """Return the known parts of `term`: two that make it up, or the longest at one of its ends."""
    ends = range(len(term) - MIN_PART_LENGTH, MIN_PART_LENGTH - 1, -1)
    splits = [(term[:end], term[end:]) for end in ends]
    for first, second in splits:
        if _is_known(first, known) and _is_known(second, known):
            return [_known_form(first, known), _known_form(second, known)]
    single = [part for pair in splits for part in pair if _is_known(part, known)]
    return [_known_form(max(single, key=len), known)] if single else []


def _is_known(part: str, known: dict[str, str]) -> bool:
    return bool(_known_form(part, known))


def _known_form(part: str, known: dict[str, str]) -> str:
    """Return the word of the vocabulary that `part` is, but for an ending or a linking letter."""
    for form in (part, part.removesuffix("s"), part.removesuffix("n"), part.removesuffix("en")):
        if form in known:
            return form
    longer = (
        word for word in known if word.startswith(part) and len(word) <= len(part) + MAX_ENDING
    )
    return min(longer, key=len, default="")
