"""A query for words that may be spelt in several ways, as both database backends take it."""

from collections.abc import Sequence
from typing import NamedTuple

from modelsearch.query import PlainText

from content.search.query_terms import MAX_ENDING, is_single_character, may_match_as_prefix

# German, Danish and others write ä, ö, ü and å so where a keyboard lacks them.
TWO_LETTERS = {"ae": "a", "oe": "o", "ue": "u", "aa": "a"}


class WantedWord(NamedTuple):
    """A word to look for: its spellings, and whether it may be just the beginning of one."""

    spellings: tuple[str, ...]
    is_begun: bool = False


class WordsQuery(PlainText):
    """Asks for what has all the words of any of the alternatives.

    Backends that do not know it, such as Elasticsearch's, ask for all the words of the first.
    """

    def __init__(self, alternatives: Sequence[Sequence[WantedWord]]) -> None:
        self.alternatives = alternatives
        super().__init__(" ".join(word.spellings[0] for word in alternatives[0]), operator="and")


def wanted_words(terms: Sequence[str]) -> list[WantedWord]:
    """Return words to look for; the last may be just begun, if it is long enough."""
    last = len(terms) - 1
    return [
        WantedWord(
            spellings(term),
            is_begun=may_match_as_prefix(term) if number == last else is_single_character(term),
        )
        for number, term in enumerate(terms)
    ]


def spellings(term: str) -> tuple[str, ...]:
    """Return `term`, and without the letters that stand for dots above: koeln is Köln."""
    short = term
    for two, one in TWO_LETTERS.items():
        short = short.replace(two, one)
    return (term,) if short == term or len(short) <= MAX_ENDING else (term, short)


def alternatives_of(query: object) -> Sequence[Sequence[WantedWord]]:
    """Return what the backends of ours have to look for; nothing if it is not for them."""
    if isinstance(query, WordsQuery):
        return query.alternatives
    if isinstance(query, PlainText) and query.operator == "and" and query.query_string.split():
        return [wanted_words(query.query_string.split())]
    return []
