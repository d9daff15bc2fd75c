"""Split a query into the words that both databases' full-text searches take."""

import re

from content.text.transliteration import unaccented

# Letters and digits of any script; underscores separate words, as in the databases' own parsers.
WORD = re.compile(r"[^\W_]+")
MAX_TERMS = 10
# How many letters at its end the forms of a word may change: “volunteers” finds “volunteering”.
MAX_ENDING = 3


def terms(query: str) -> list[str]:
    """Return the words of `query`, unaccented, without signs that mean something to a database."""
    return WORD.findall(unaccented(query))[:MAX_TERMS]


def may_match_as_prefix(term: str) -> bool:
    """Return whether `term` also finds words that begin with it: “the” would find too many."""
    return len(term) > MAX_ENDING
