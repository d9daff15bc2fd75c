"""“Did you mean …?”: correct misspelt words with words from the public pages of this site."""

from difflib import get_close_matches

from content.search.query_terms import terms
from twinning_site.search.query import has_results
from twinning_site.search.vocabulary import vocabulary

# Shorter words resemble too many others.
MIN_WORD_LENGTH = 4
# difflib's ratio for two words, and by how many characters their lengths may differ. The second
# is checked first: comparing every word closely would take seconds.
MIN_SIMILARITY, MAX_LENGTH_DIFFERENCE = 0.8, 2


def suggest_query(query: str) -> str:
    """Return the query with misspelt words corrected, or "" if that would find nothing.

    Words of the vocabulary stay as they are. If no entry has all the words, the corrected ones
    are suggested alone. It takes 4 queries at most.
    """
    known = vocabulary()
    wanted = terms(query)
    corrections = {term: _closest_word(term, known) for term in wanted if term not in known}
    corrections = {term: word for term, word in corrections.items() if word}
    if not corrections:
        return ""
    corrected_query = " ".join(corrections.get(term) or known.get(term, term) for term in wanted)
    for words in dict.fromkeys([corrected_query, " ".join(corrections.values())]):
        # The clock may have taken a word down since the vocabulary was read.
        if has_results(words):
            return words
    return ""


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
