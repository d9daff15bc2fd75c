"""The search page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.views.generic import ListView

from content.web.public_views import PrivateForOfficers
from twinning_site.search.find import Found, find
from twinning_site.search.forms import SearchForm
from twinning_site.search.models import SearchEntry
from twinning_site.search.query import MAX_RESULTS
from twinning_site.search.results import SearchResult, highlighted_results
from twinning_site.search.unanswered import count_unanswered

RESULTS_PER_PAGE = 12


class SearchView(PrivateForOfficers, ListView):
    """The search form with a page of results, and what else may be meant if there are few."""

    template_name = "search/search.html"
    paginate_by = RESULTS_PER_PAGE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if settings.SEARCH_LAGS:
            # What was found before the server knew of a change must not be kept until the next.
            add_never_cache_headers(response)
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Count what nothing at all answers; what officers try out is no question of readers."""
        response = super().get(request, *args, **kwargs)
        is_reader = request.method == "GET" and not request.user.is_authenticated
        if self.found == Found() and not any(self.form.filters.values()) and is_reader:
            count_unanswered(self.form.words)
        return response

    def get_queryset(self) -> list[SearchEntry]:  # type: ignore[override] # a list will do
        self.form = SearchForm(self.request.GET)
        self.found = find(self.form.words, **self.form.filters)
        return self.found.results

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        words, found = self.form.words, self.found
        marked = found.suggestion or words
        return context | {
            "chosen": self.form.removal_links(self.request.path),
            "form": self.form,
            "is_cut": len(found.results) >= MAX_RESULTS,
            "most_words": _results(words, found.most_words),
            "other_languages": _results(words, found.other_languages),
            "results": _results(marked, context["object_list"]),
            "suggestion": found.suggestion,
            "total": len(found.results),
            "words": words,
        }


def _results(words: str, entries: list[SearchEntry]) -> list[SearchResult]:
    return highlighted_results(words, entries) if entries else []
