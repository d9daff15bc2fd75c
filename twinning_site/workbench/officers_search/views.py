"""The page of the officers' search, its suggestions, and what the editor offers to link to."""

from django.contrib.admin import site
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from content.forms.offered_rows import offered
from twinning_site.workbench.officers_search.find import MAX_QUERY, best, find
from twinning_site.workbench.officers_search.kinds import LINKABLE, Kind

ON_PAGE, SUGGESTED, SUGGESTED_OF_A_KIND = 25, 10, 5


def search_page(request: HttpRequest) -> HttpResponse:
    """Show what has the words of `q`, by kind."""
    query = request.GET.get("q", "")[:MAX_QUERY].strip()
    groups = find(request, query, limit=ON_PAGE)
    context = site.each_context(request) | {
        "groups": groups,
        "query": query,
        "title": gettext("Search in everything"),
        "total": sum(group.total for group in groups),
    }
    return TemplateResponse(request, "admin/search.html", context)


def suggestions(request: HttpRequest) -> JsonResponse:
    """Return the best hits for `q`.

    Shape: `{"results": [{title, kind, state, url}]}`; `state` is in words.
    """
    groups = find(request, request.GET.get("q", ""), limit=SUGGESTED_OF_A_KIND)
    hits = best(groups, SUGGESTED)
    return JsonResponse(
        {
            "results": [
                {"title": hit.title, "kind": hit.kind, "state": hit.state_name, "url": hit.url}
                for hit in hits
            ]
        }
    )


def linkable(request: HttpRequest, kind: Kind) -> QuerySet:
    """Return the rows of a kind that this person may know of, public ones of others included."""
    return offered(request.user, kind.model._default_manager.all())


def link_targets(request: HttpRequest) -> JsonResponse:
    """Return what has the words of `q`, or stands at that address, and can be linked to.

    Shape: `{"results": [{title, kind, state, address}]}`; a text keeps `address`.
    """
    groups = find(request, request.GET.get("q", ""), LINKABLE, limit=SUGGESTED, rows_of=linkable)
    return JsonResponse(
        {
            "results": [
                {
                    "title": hit.title,
                    "kind": hit.kind,
                    "state": hit.state_name,
                    "address": hit.address,
                }
                for hit in best(groups, SUGGESTED)
            ]
        }
    )
