"""Search the index and the site's own pages."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from modelsearch.backends import get_search_backend

from content.search.query_terms import terms
from content.search.snippets import snippet
from twinning_site.search.models import SearchEntry, SearchEntryKind, SearchEntryQuerySet
from twinning_site.search.site_pages import matching_site_pages

# Nobody reads more; the page then asks for more words or a filter.
MAX_RESULTS = 200


@dataclass(frozen=True)
class SearchResult:
    """An entry as the page shows it: heading and snippet with the words marked."""

    entry: SearchEntry
    heading: SafeString
    snippet: SafeString


def search(query: str, *, kind: str = "", year: int | None = None) -> list[SearchEntry]:
    """Return the entries that have all the words, in 2 queries at most.

    Entries with exactly this heading come first, then pages of the site itself, because things
    are done there, then what lasts or is upcoming, then what is past. `text` is deferred;
    `highlighted_results` reads it for those that are shown.
    """
    wanted = terms(query)
    if not wanted:
        return []
    now = timezone.now()
    entries = public_entries(now).defer("text")
    if kind:
        entries = entries.filter(kind=kind)
    if year:
        entries = entries.filter(year=year)
    backend = get_search_backend()
    found: list[SearchEntry] = []
    for period in (entries.upcoming(now), entries.past(now)):
        if room := MAX_RESULTS - len(found):
            found += backend.search(" ".join(wanted), period, operator="and")[:room]
    if not year and kind in ("", SearchEntryKind.PAGE):
        exact, by_prefix = matching_site_pages(wanted)
        found = [*exact, *found, *by_prefix]
    return sorted(found, key=lambda entry: terms(entry.heading) != wanted)


def has_results(query: str) -> bool:
    """Return whether any entry has all the words, in 1 query."""
    wanted = terms(query)
    if not wanted:
        return False
    if any(matching_site_pages(wanted)):
        return True
    entries = public_entries().only("pk")
    return bool(get_search_backend().search(" ".join(wanted), entries, operator="and")[:1])


def public_entries(at: datetime | None = None) -> SearchEntryQuerySet:
    """Return the entries in the active language that are public now, or at the moment `at`."""
    return SearchEntry.objects.visible(at).filter(language=get_language())


def highlighted_results(query: str, entries: list[SearchEntry]) -> list[SearchResult]:
    """Return the entries with the words marked in heading and snippet, in 1 query."""
    wanted = terms(query)
    rows = SearchEntry.objects.only("text").in_bulk([entry.pk for entry in entries if entry.pk])
    results = []
    for entry in entries:
        # The row may be deleted by now; pages of the site itself are in no table.
        source = rows.get(entry.pk) if entry.pk else entry
        text = snippet(source.text, wanted) if source else SafeString("")
        results.append(SearchResult(entry, snippet(entry.heading, wanted), text))
    return results
