"""Search the index, and what has no row in it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from django.conf import settings
from django.db.models import F
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils import timezone
from django.utils.translation import get_language, override
from modelsearch.backends import get_search_backend

from content.models import Document
from content.search.query_terms import terms
from content.search.words_query import WantedWord, WordsQuery, wanted_words
from twinning_site.search.models import SearchEntry, SearchEntryKind, SearchEntryQuerySet
from twinning_site.search.unstored import Unstored, unstored_results
from twinning_site.search.words.synonyms import with_synonyms, without_small_words

# Nobody reads more; the page then asks for more words or a filter.
MAX_RESULTS = 200
# Of what has not all the words
MAX_FURTHER = 10
# With more words there would be too many combinations of most of them: the longest say most.
MAX_COMBINED = 6
# What results show and are sorted by; `highlighted_results` reads the texts of those shown.
SHOWN = ["kind", "row", "language", "address", "heading", "example", "date_words", "over_at"]
Key = tuple[str, int | str]


class Hits(NamedTuple):
    """Entries that have all the words: in the active language, and in others of the site."""

    own: list[SearchEntry]
    others: list[SearchEntry]


def search(query: str, *, kind: str = "", year: int | None = None) -> Hits:
    """Return the entries that have all the words, or others that stand for them.

    Entries with exactly this heading come first, then pages of the site itself and themes, because
    things are done there, then what lasts or is upcoming, then what is past. It takes 1 query,
    1 more for documents and 1 for themes that are not remembered.
    """
    wanted = terms(query)
    if not wanted:
        return Hits([], [])
    alternatives = with_synonyms(wanted)
    found = _stored(_asking_for(alternatives), settings.SITE_LANGUAGES, kind, year)
    language = get_language()
    own = [entry for entry in found if entry.language == language]
    unstored = _unstored(query, alternatives, kind, year)
    asked = [sorted(words) for words in alternatives]

    def differs(entry: SearchEntry) -> tuple[bool, bool]:
        heading = terms(entry.heading)
        return sorted(heading) != sorted(wanted), sorted(without_small_words(heading)) not in asked

    return Hits(
        sorted([*unstored.exact, *own, *unstored.by_prefix], key=differs),
        [*_unstored_in_other_languages(wanted, kind, year), *found[len(own) :]],
    )


def search_words(
    words: list[WantedWord], *, kind: str = "", year: int | None = None
) -> list[SearchEntry]:
    """Return the entries of the index that have all of these words, in 2 queries at most."""
    return _stored(WordsQuery([words]), [get_language()], kind, year)


def search_most(query: str, *, kind: str = "", year: int | None = None) -> list[SearchEntry]:
    """Return the entries that have most of the words, or one of two, in 2 queries at most."""
    wanted = without_small_words(terms(query))
    longest = sorted(set(wanted), key=len, reverse=True)[:MAX_COMBINED]
    if len(longest) < 2:
        return []
    size = len(longest) // 2 + 1 if len(longest) > 2 else 1
    ordered = [term for term in dict.fromkeys(wanted) if term in longest]
    alternatives = [
        words for some in combinations(ordered, size) for words in with_synonyms(list(some))
    ]
    unstored = _unstored("", alternatives, kind, year)
    entries = SearchEntry.objects.visible().in_active_language().only(*SHOWN)
    found = get_search_backend().search(_asking_for(alternatives), _filtered(entries, kind, year))[
        :MAX_FURTHER
    ]
    return [*unstored.exact, *_reachable(found)][:MAX_FURTHER]


def row_key(entry: SearchEntry) -> Key:
    """Return what entries of one thing in several languages have in common."""
    return (entry.kind, entry.row or entry.address)


def _asking_for(alternatives: list[list[str]]) -> WordsQuery:
    return WordsQuery([wanted_words(words) for words in alternatives])


def _stored(
    query: WordsQuery, languages: Sequence[str], kind: str, year: int | None
) -> list[SearchEntry]:
    """Return entries of the index: those in the active language first, and what is over last."""
    now, language = timezone.now(), get_language()
    entries = (
        SearchEntry.objects.visible(now)
        .filter(language__in=languages)
        .order_by(Exact(F("language"), language).desc(), LessThanOrEqual(F("over_at"), now))
        .only(*SHOWN)
    )
    found = get_search_backend().search(query, _filtered(entries, kind, year))[:MAX_RESULTS]

    def later(entry: SearchEntry) -> tuple[bool, bool]:
        return entry.language != language, entry.over_at <= now

    # Search servers know no order but their own.
    return _reachable(sorted(found, key=later))


def _filtered(entries: SearchEntryQuerySet, kind: str, year: int | None) -> SearchEntryQuerySet:
    if kind:
        entries = entries.filter(kind=kind)
    if year:
        entries = entries.filter(year=year)
    return entries


def _unstored(query: str, alternatives: list[list[str]], kind: str, year: int | None) -> Unstored:
    if year or kind not in ("", SearchEntryKind.PAGE):
        return Unstored([], [])
    return unstored_results(query, alternatives)


def _unstored_in_other_languages(
    wanted: list[str], kind: str, year: int | None
) -> Iterator[SearchEntry]:
    meant = without_small_words(wanted)
    for other in settings.SITE_LANGUAGES:
        if other != get_language():
            with override(other):
                yield from _unstored("", with_synonyms(meant), kind, year).exact


def _reachable(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    """Leave out documents that nobody may fetch, in 1 query if there are any.

    It depends on the pages that offer them, whose changes do not reach the index.
    """
    entries = list(entries)
    keys = document_keys(entries)
    if not keys:
        return entries
    reachable = set(Document.objects.reachable().filter(pk__in=keys).values_list("pk", flat=True))
    return [
        entry
        for entry in entries
        if entry.kind != SearchEntryKind.DOCUMENT or entry.row in reachable
    ]


def document_keys(entries: Iterable[SearchEntry]) -> list[int]:
    """Return the keys of the documents among the entries."""
    return [entry.row for entry in entries if entry.kind == SearchEntryKind.DOCUMENT]
