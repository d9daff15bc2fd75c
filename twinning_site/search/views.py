"""The search page."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import ListView

from content.web.public_views import PrivateForOfficers
from twinning_site.search import query, suggest
from twinning_site.search.forms import SearchForm
from twinning_site.search.models import SearchEntry

HITS_PER_PAGE = 12


class SearchView(PrivateForOfficers, ListView):
    """What was found, a page at a time: 5 queries, the frame of the page included.

    Where nothing was found, a suggestion makes them 7 at most.
    """

    template_name = "search/search.html"
    paginate_by = HITS_PER_PAGE

    def get_queryset(self) -> list[SearchEntry]:
        self.form = SearchForm(self.request.GET)
        self.form.is_valid()
        return query.find(self.form.words, **self.form.filters)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found, words = self.object_list, self.form.words
        return context | {
            "chosen": self.chosen(),
            "form": self.form,
            "hits": query.hits(words, context["object_list"]) if found else [],
            "is_cut": len(found) >= query.MAX_FOUND,
            "suggestion": suggest.suggestion(words) if words and not found else "",
            "total": len(found),
            "words": words,
        }

    def chosen(self) -> list[dict[str, str]]:
        """The filters that are set, each with the address that takes it away."""
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
