"""What public pages have in common: who may see what, and what the base template asks for."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView, ListView

from content.models import Publishable, PublishableQuerySet

# Fewer parts than this are seen at a glance.
SHORTEST_JUMP_LIST = 3


def may_change(user: AbstractBaseUser | AnonymousUser, model: type[Model] | Model) -> bool:
    """Tell whether `user` is an officer who may edit rows of `model`, and so see drafts of it."""
    if not user.is_staff:
        return False
    options = model._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename('change', options)}")


def edit_url(user: AbstractBaseUser | AnonymousUser, row: Model) -> str:
    """The address of the form for `row`; empty for whoever may not use it."""
    if not may_change(user, row):
        return ""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def jump_list(*parts: tuple[str, object, object]) -> list[dict[str, object]]:
    """Links to the parts of a page that have something to show; none for a short page.

    Each part is the id of its section, its heading, and its rows or text.
    """
    links = [{"id": id_, "title": title} for id_, title, content in parts if content]
    return links if len(links) >= SHORTEST_JUMP_LIST else []


def step(title: object, route: str) -> dict[str, str]:
    """A step of the way from home to a page, for `components/breadcrumbs.html`."""
    return {"title": str(title), "url": reverse(route)}


def related(rows: Iterable[Publishable], kind: str = "") -> list[dict[str, object]]:
    """Links to rows that stand at the foot of a page, for `components/related.html`."""
    return [
        {
            "title": getattr(row, "title", None) or row.name,
            "url": row.get_absolute_url(),
            "kind": kind,
        }
        for row in rows
    ]


class PrivateForOfficers:
    """Keeps what a signed-in person sees (drafts, links to forms) out of every cache."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response


class FilteredByForm(PrivateForOfficers):
    """A list whose filter is in the address. A choice that does not exist does not filter.

    It may be an old name of something, so that the answer tells `twinning_site/moved.py`.
    """

    filter_form: Form

    def render_to_response(self, context: dict, **kwargs) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        response.has_unknown_filter = bool(self.filter_form.errors)
        return response


class PublicListView(PrivateForOfficers, ListView):
    """A list of public rows; it was last updated when the latest of those shown was."""

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        rows = [row.updated_at for row in context["object_list"]]
        return context | {"updated_at": max(rows, default=None)}


class PublicDetailView(PrivateForOfficers, DetailView):
    """The page of one publishable row, by its slug.

    Readers get 404 for what is not public; officers who may change it see it, with a notice.
    """

    model: type[Publishable]

    def get_queryset(self) -> PublishableQuerySet:
        rows = super().get_queryset()
        return rows if may_change(self.request.user, self.model) else rows.published()

    def get_updated_at(self) -> datetime:
        """When what the page shows was last changed."""
        return self.object.updated_at

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "edit_url": edit_url(self.request.user, self.object),
            "preview": None if self.object.is_published else self.object,
            "updated_at": self.get_updated_at(),
        }
