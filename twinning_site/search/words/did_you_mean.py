"""“Did you mean …?”: correct misspelt words with words from the public pages of this site."""

from difflib import get_close_matches

from content.search.query_terms import terms
from twinning_site.search.words.edits import is_one_edit_apart
from twinning_site.search.words.synonyms import small_words
from twinning_site.search.words.vocabulary import vocabulary

# Shorter words resemble too many others.
MIN_WORD_LENGTH = 4
# difflib's ratio for two words, and by how many characters their lengths may differ. The second
# is checked first: comparing every word closely would take seconds.
MIN_SIMILARITY, MAX_LENGTH_DIFFERENCE = 0.8, 2


def corrected(query: str) -> str:
    """Return the query with misspelt words corrected; empty if there are none.

    Words of the vocabulary stay as they are. It takes the queries of `vocabulary`.
    """
    known = vocabulary()
    wanted = terms(query)
    small = small_words()
    corrections = {
        term: _closest_word(term, known)
        for term in wanted
        if term not in known and term not in small
    }
    if not any(corrections.values()):
        return ""
    return " ".join(corrections.get(term) or known.get(term, term) for term in wanted)


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
    if any(word.startswith(term) for word in candidates):
        return ""  # No slip, but another form, which the search finds as well.
    swapped = (word for word in candidates if _is_swapped(word, term))
    closest = [*swapped, *get_close_matches(term, candidates, 1, MIN_SIMILARITY)]
    return known[closest[0]] if closest else ""


def _is_swapped(word: str, term: str) -> bool:
    """Return whether two neighbouring letters are swapped, which leaves short words unlike."""
    return sorted(word) == sorted(term) and is_one_edit_apart(word, term)
