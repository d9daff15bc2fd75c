"""Asks the search: what is ahead or lasts comes before what is past."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from modelsearch.backends import get_search_backend

from content.folding import folded, snippet, terms
from twinning_site.pages.models import SearchEntry

# More than this nobody reads; the words or the filters have to be narrower.
MOST_FOUND = 200
VOCABULARY_SECONDS = 300
# How alike two words have to be for a slip of the fingers (difflib's ratio).
ALIKE = 0.75


@dataclass(frozen=True)
class Hit:
    """One thing that was found, as the page shows it."""

    entry: SearchEntry
    heading: SafeString
    snippet: SafeString


def find(query: str, *, kind: str = "", year: int | None = None) -> list[SearchEntry]:
    """Find what has all the words: first what has just this name, past things last: 2 queries.

    The entries come without their texts; `hits` reads those that are shown.
    """
    wanted = terms(query)
    if not wanted:
        return []
    now = timezone.now()
    entries = SearchEntry.objects.visible(now).filter(language=get_language()).defer("text")
    if kind:
        entries = entries.filter(kind=kind)
    if year:
        entries = entries.filter(year=year)
    backend = get_search_backend()
    found = [
        entry
        for part in (entries.ahead(now), entries.past(now))
        for entry in backend.search(" ".join(wanted), part, operator="and")[:MOST_FOUND]
    ]
    # Whoever asks for a thing by its name wants that thing.
    return sorted(found, key=lambda entry: terms(entry.heading) != wanted)


def hits(query: str, entries: list[SearchEntry]) -> list[Hit]:
    """Mark the words in headings and texts: 1 query."""
    wanted = terms(query)
    texts = SearchEntry.objects.only("text").in_bulk([entry.pk for entry in entries])
    return [
        Hit(
            entry,
            snippet(entry.heading, wanted),
            snippet(texts[entry.pk].text, wanted) if entry.pk in texts else SafeString(""),
        )
        for entry in entries
    ]


def suggestion(query: str) -> str:
    """The query with words that headings of the site have; empty if that is the same: 1 query."""
    wanted, vocabulary = terms(query), _vocabulary()
    better = [next(iter(get_close_matches(term, vocabulary, 1, ALIKE)), term) for term in wanted]
    if better == wanted:
        return ""
    return " ".join(vocabulary.get(term, term) for term in better)


def forget_vocabulary() -> None:
    """Read the words anew: something was written, changed or taken away."""
    cache.delete_many(_vocabulary_key(language) for language in settings.SITE_LANGUAGES)


def _vocabulary_key(language: str) -> str:
    return f"search-words-{language}"


def _vocabulary() -> dict[str, str]:
    """Words of all headings that the public sees in this language: folded, and as written."""

    def read() -> dict[str, str]:
        entries = SearchEntry.objects.visible().filter(language=get_language())
        headings = entries.values_list("heading", flat=True)
        return {folded(word): word for heading in headings for word in heading.split()}

    return cache.get_or_set(_vocabulary_key(get_language()), read, VOCABULARY_SECONDS)
