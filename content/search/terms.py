"""The words of a query, as both databases' full-text searches take them."""

import re

from content.text.transliteration import unaccented

# Letters and digits of any script; underscores part words, as in the databases' own parsers.
WORD = re.compile(r"[^\W_]+")
MAX_TERMS = 10
# How much of the end of a word its forms may change: “volunteers” marks “volunteering”.
ENDING = 3


def terms(query: str) -> list[str]:
    """The words that a reader asks for, unaccented, without any sign that a database might mind."""
    return WORD.findall(unaccented(query))[:MAX_TERMS]


def may_be_begun(term: str) -> bool:
    """Tell whether words that go on after `term` count, too: those after “the” are too many."""
    return len(term) > ENDING
