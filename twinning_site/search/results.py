"""Entries of the index as the page shows them."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from content.models import Document
from content.search.query_terms import terms
from content.search.snippets import snippet
from content.text.languages import attributes_for
from twinning_site.search.models import SearchEntry, SearchEntryKind
from twinning_site.search.query import document_keys


@dataclass(frozen=True)
class SearchResult:
    """An entry as the page shows it.

    Attributes:
        kind: what it is, in the language of the page.
        heading, snippet: with the words marked.
        language: that of the entry if the page is in another one; `attributes` say so in HTML.
        date: in words, if these are in the language of the page.
        over: that it is an event that is over or a closed fund, in words; empty for others.
        document: whose facts are shown, if it is a file.
    """

    entry: SearchEntry
    kind: str
    url: str
    heading: SafeString
    snippet: SafeString
    language: str
    attributes: SafeString
    date: str
    over: str
    document: Document | None


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
    active = get_language()
    results = []
    for entry in entries:
        # The row may be deleted by now; what has no row brings its text along.
        text = texts.get(entry.pk, "") if entry.pk else entry.text
        language = "" if entry.language == active else entry.language
        results.append(
            SearchResult(
                entry=entry,
                kind=str(SearchEntryKind(entry.kind).label),
                url=entry.address,
                heading=snippet(entry.heading, wanted),
                snippet=snippet(text, wanted),
                language=language,
                attributes=attributes_for(language),
                date="" if language else entry.date_words,
                over=_over_in_words(entry),
                document=documents.get(entry.row)
                if entry.kind == SearchEntryKind.DOCUMENT
                else None,
            )
        )
    return results


def _over_in_words(entry: SearchEntry) -> str:
    if not entry.is_over:
        return ""
    if entry.kind == SearchEntryKind.FUND:
        return pgettext("of a fund", "closed")
    return pgettext("of an event", "past")
