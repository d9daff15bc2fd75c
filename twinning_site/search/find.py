"""Find what somebody means by some words, going on as long as there is little to show."""

from dataclasses import dataclass, field
from typing import Any

from twinning_site.search.models import SearchEntry
from twinning_site.search.query import MAX_FURTHER, row_key, search, search_most, search_words
from twinning_site.search.words.compounds import words_of_compounds
from twinning_site.search.words.did_you_mean import corrected

# With fewer results than these, others with most of the words are looked for; and in other
# languages, while the first page has room.
FEW, ROOM = 5, 12


@dataclass(frozen=True)
class Found:
    """The results of a search, apart by how well they fit.

    Attributes:
        results: entries with all words; if nothing in any language has them, with those of the
            suggestion.
        suggestion: what was probably meant and is found; empty if something has all words.
        most_words: entries with most of the words, or with one of two.
        other_languages: entries in other languages with all words.
    """

    results: list[SearchEntry] = field(default_factory=list)
    suggestion: str = ""
    most_words: list[SearchEntry] = field(default_factory=list)
    other_languages: list[SearchEntry] = field(default_factory=list)


def find(words: str, **filters: Any) -> Found:
    """Return what is found for `words`; `filters` are those of `query.search`.

    Five results take no more queries than `query.search`; fewer, or none, take those of the
    vocabulary, of the suggestion and of most words.
    """
    if not words:
        return Found()
    results, others = search(words, **filters)
    if len(results) >= ROOM:
        return Found(results)
    if len(results) < FEW and (compounds := words_of_compounds(words)):
        results += _new(search_words(compounds, **filters), results)
    others = _new(others, results)[:MAX_FURTHER]
    if len(results) >= FEW:
        return Found(results, other_languages=others)
    meant = "" if results else corrected(words)
    of_meant = search(meant, **filters).own if meant else []
    # The link to it has no filters.
    suggestion = (
        meant if of_meant or (meant and any(filters.values()) and search(meant).own) else ""
    )
    # A word of another language is no slip.
    if suggestion and not others:
        return Found(of_meant, suggestion)
    most_words = _new(search_most(meant or words, **filters), results)
    return Found(results, suggestion, most_words, _new(others, most_words))


def _new(entries: list[SearchEntry], shown: list[SearchEntry]) -> list[SearchEntry]:
    """Return the entries of things that are not shown yet, each in one language."""
    known = {row_key(entry) for entry in shown} | {entry.address for entry in shown}
    new = {row_key(entry): entry for entry in reversed(entries) if row_key(entry) not in known}
    return list(reversed(new.values()))
