"""Filters that every list of published things has."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

STATES = {
    "draft": _("draft"),
    "scheduled": _("scheduled"),
    "live": _("live"),
    "expired": _("taken down"),
}


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return list(STATES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        keep = {
            "draft": queryset.drafts,
            "scheduled": queryset.scheduled,
            "live": queryset.published,
            "expired": queryset.expired,
        }
        return keep[self.value()]() if self.value() in keep else queryset


class ReviewFilter(admin.SimpleListFilter):
    title = _("date to look again")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("due", _("reached"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.to_review() if self.value() == "due" else queryset
