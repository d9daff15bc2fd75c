"""Entries of the index as the page shows them."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from content.models import Document
from content.search.query_terms import terms
from content.search.snippets import snippet
from twinning_site.search.models import SearchEntry, SearchEntryKind
from twinning_site.search.query import document_keys


@dataclass(frozen=True)
class SearchResult:
    """An entry as the page shows it: heading and snippet with the words marked."""

    entry: SearchEntry
    heading: SafeString
    snippet: SafeString
    document: Document | None = None

    @property
    def kind(self) -> str:
        """Return what it is, in the language of the page."""
        return self.entry.get_kind_display()

    @property
    def url(self) -> str:
        """Return the path of its page or file."""
        return self.entry.address

    @property
    def language(self) -> str:
        """Return the language of the entry if the page is in another one."""
        return "" if self.entry.language == get_language() else self.entry.language

    @property
    def date(self) -> str:
        """Return its date in the language of the page; empty if it has none in that language."""
        return "" if self.language else self.entry.date_words

    @property
    def is_over(self) -> bool:
        """Return whether this is an event that is over."""
        return self.entry.is_over


def highlighted_results(query: str, entries: list[SearchEntry]) -> list[SearchResult]:
    """Return the entries with the words marked in heading and snippet.

    It takes 1 query for the texts, and 1 for the facts of documents.
    """
    wanted = terms(query)
    stored = [entry.pk for entry in entries if entry.pk]
    texts = (
        dict(SearchEntry.objects.filter(pk__in=stored).values_list("pk", "text")) if stored else {}
    )
    keys = document_keys(entries)
    documents = Document.objects.in_bulk(keys) if keys else {}
    results = []
    for entry in entries:
        # The row may be deleted by now; what has no row brings its text along.
        text = texts.get(entry.pk, "") if entry.pk else entry.text
        document = documents.get(entry.row) if entry.kind == SearchEntryKind.DOCUMENT else None
        results.append(
            SearchResult(entry, snippet(entry.heading, wanted), snippet(text, wanted), document)
        )
    return results
