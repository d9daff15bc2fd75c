"""Split a query into the words that both databases' full-text searches take."""

from itertools import islice

from content.search.indexed_text import CJK, indexed_words

MAX_TERMS = 10
# How many letters at its end the forms of a word may change: “volunteers” finds “volunteering”.
MAX_ENDING = 3


def terms(query: str) -> list[str]:
    """Return the words of `query`, unaccented, without signs that mean something to a database."""
    return list(islice(indexed_words(query), MAX_TERMS))


def may_match_as_prefix(term: str) -> bool:
    """Return whether `term` also finds words that begin with it: “the” would find too many."""
    return len(term) > MAX_ENDING or is_single_character(term)


def is_single_character(term: str) -> bool:
    """Return whether `term` is one CJK character, which the index has as a beginning of pairs."""
    return len(term) == 1 and bool(CJK.match(term))
