"""The search page."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
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

    def get_queryset(self) -> list[SearchEntry]:
        self.form = SearchForm(self.request.GET)
        self.form.is_valid()
        return search(self.form.words, **self.form.filters)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        found, words = self.object_list, self.form.words
        return context | {
            "chosen": self.active_filters(),
            "form": self.form,
            "results": highlighted_results(words, context["object_list"]) if found else [],
            "is_cut": len(found) >= MAX_RESULTS,
            "suggestion": suggest_query(words) if words and not found else "",
            "total": len(found),
            "words": words,
        }

    def active_filters(self) -> list[dict[str, str]]:
        """Return the filters that are set, each with the address that removes it."""
        labels = {
            "kind": lambda kind: capfirst(dict(self.form.fields["kind"].choices)[kind]),
            "year": lambda year: _("From %(year)s") % {"year": year},
        }
        tags = []
        for name, value in self.form.filters.items():
            if value:
                rest = self.request.GET.copy()
                rest.pop("page", None)
                rest.pop(name, None)
                url = f"{self.request.path}?{rest.urlencode()}"
                tags.append({"label": labels[name](value), "url": url})
        return tags
