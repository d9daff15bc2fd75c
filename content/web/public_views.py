"""Base classes of public views: published rows only, and nothing private in a cache."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView, ListView

from content.models import Publishable
from content.models.remembering.remembered import remembered
from content.web.edit_rights import edit_url, may_change
from content.web.language_versions import written_languages
from content.web.old_addresses import address_on_this_site, with_new_slugs


class PrivateForOfficers:
    """Keep what signed-in people see, such as drafts and links to forms, out of every cache."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # of the view
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response


class FilteredByForm(PrivateForOfficers):
    """A list whose filter is in the address. A choice that does not exist does not filter.

    If it is the old slug of a page, redirect to the same list with the new slug.
    `filter_routes` names the fields whose choices are slugs of pages, and the URL of each page.
    """

    filter_routes: Mapping[str, str]

    @property
    def filter_form(self) -> Form:
        """Return the form with what the address asks for."""
        raise NotImplementedError

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.filter_form.errors:
            query = with_new_slugs(self.request.GET, self.filter_routes)
            if query is not None:
                address = address_on_this_site(self.request.path, query)
                return HttpResponsePermanentRedirect(address)
        return super().render_to_response(context, **kwargs)  # type: ignore[misc] # of the view


class PublicListView(PrivateForOfficers, ListView):
    """A list of public rows. The last update of those shown is that of the page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = [row.updated_at for row in context["object_list"]]
        return context | {"updated_at": max(rows, default=None)}


class PublicDetailView(PrivateForOfficers, DetailView):
    """The page of one publishable row, by its slug.

    Readers get 404 for one that is not public. Officers who may change it see it with a notice.
    Requests share the row, and what was read with it: do not change them.
    """

    model: type[Publishable]

    @classmethod
    def rows(cls) -> QuerySet:
        """Return all rows, with what their pages show of other tables by its key."""
        return cls.model._default_manager.all()

    def get_object(self, queryset: QuerySet | None = None) -> Publishable:
        row = _shared_row(type(self), self.kwargs["slug"])
        if not row.is_published and not may_change(self.request.user, row):
            raise Http404
        return row

    def get_updated_at(self) -> datetime:
        """Return when the content of the page was last changed."""
        return self.object.updated_at

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "edit_url": edit_url(self.request.user, self.object),
            "preview": None if self.object.is_published else self.object,
            "updated_at": self.get_updated_at(),
            "written_languages": written_languages(self.object),
            "checked_on": getattr(self.object, "checked_on", None),
        }


@remembered
def _shared_row(view: type[PublicDetailView], slug: str) -> Publishable:
    return get_object_or_404(view.rows(), slug=slug)
