"""Asks the search: what is ahead or lasts comes before what is past."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from modelsearch.backends import get_search_backend

from content.search.snippets import snippet
from content.search.terms import terms
from twinning_site.search.models import SearchEntry, SearchEntryQuerySet
from twinning_site.search.site_pages import own_pages

# More than this nobody reads; the words or the filters have to be narrower.
MAX_FOUND = 200


@dataclass(frozen=True)
class Hit:
    """One thing that was found, as the page shows it."""

    entry: SearchEntry
    heading: SafeString
    snippet: SafeString


def find(query: str, *, kind: str = "", year: int | None = None) -> list[SearchEntry]:
    """Find what has all the words: first what has just this name, past things last: 2 queries.

    The site's own pages come before rows, as they are where things are done. Entries of rows
    come without their texts; `hits` reads those that are shown.
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
    found = [
        entry
        for part in (entries.ahead(now), entries.past(now))
        for entry in backend.search(" ".join(wanted), part, operator="and")[:MAX_FOUND]
    ]
    if not year and kind in ("", SearchEntry.Kind.PAGE):
        whole, begun = own_pages(wanted)
        found = [*whole, *found, *begun]
    # Whoever asks for a thing by its name wants that thing.
    return sorted(found, key=lambda entry: terms(entry.heading) != wanted)


def finds(query: str) -> bool:
    """Tell whether anything has all the words, whatever its kind and year: 1 query."""
    wanted = terms(query)
    if not wanted:
        return False
    if any(own_pages(wanted)):
        return True
    entries = public_entries().only("pk")
    return bool(get_search_backend().search(" ".join(wanted), entries, operator="and")[:1])


def public_entries(at: datetime | None = None) -> SearchEntryQuerySet:
    """What the public may see, in the active language."""
    return SearchEntry.objects.visible(at).filter(language=get_language())


def hits(query: str, entries: list[SearchEntry]) -> list[Hit]:
    """Mark the words in headings and texts: 1 query."""
    wanted = terms(query)
    rows = SearchEntry.objects.only("text").in_bulk([entry.pk for entry in entries if entry.pk])
    found = []
    for entry in entries:
        # A row may have gone since it was found; the site's own pages are in no table.
        source = rows.get(entry.pk) if entry.pk else entry
        text = snippet(source.text, wanted) if source else SafeString("")
        found.append(Hit(entry, snippet(entry.heading, wanted), text))
    return found
