"""The search page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.views.generic import ListView

from content.web.public_views import PrivateForOfficers
from twinning_site.search.did_you_mean import suggest_query
from twinning_site.search.forms import SearchForm
from twinning_site.search.models import SearchEntry
from twinning_site.search.query import MAX_RESULTS, highlighted_results, search

RESULTS_PER_PAGE = 12


class SearchView(PrivateForOfficers, ListView):
    """The search form with a page of results, or with a suggestion if there are none."""

    template_name = "search/search.html"
    paginate_by = RESULTS_PER_PAGE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if settings.SEARCH_LAGS:
            # What was found before the server knew of a change must not be kept until the next.
            add_never_cache_headers(response)
        return response

    def get_queryset(self) -> list[SearchEntry]:  # type: ignore[override] # a list will do
        self.form = SearchForm(self.request.GET)
        return search(self.form.words, **self.form.filters)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        found, words = self.object_list, self.form.words
        return context | {
            "chosen": self.form.removal_links(self.request.path),
            "form": self.form,
            "results": highlighted_results(words, context["object_list"]) if found else [],
            "is_cut": len(found) >= MAX_RESULTS,
            "suggestion": suggest_query(words) if words and not found else "",
            "total": len(found),
            "words": words,
        }
