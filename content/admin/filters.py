"""Filters of the lists of publishable models."""

from collections.abc import Callable

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from content.models import PublishableQuerySet, PublishingState


class PublishingStateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return PublishingState.choices

    def queryset(
        self,
        request: HttpRequest,
        queryset: PublishableQuerySet,  # type: ignore[override] # of publishable rows only
    ) -> PublishableQuerySet:
        keep: dict[str | None, Callable[[], PublishableQuerySet]] = {
            PublishingState.DRAFT: queryset.drafts,
            PublishingState.SCHEDULED: queryset.scheduled,
            PublishingState.LIVE: queryset.published,
            PublishingState.EXPIRED: queryset.expired,
        }
        return keep.get(self.value(), queryset.all)()


class ReviewFilter(admin.SimpleListFilter):
    title = _("date to look again")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("due", _("reached"))]

    def queryset(
        self,
        request: HttpRequest,
        queryset: PublishableQuerySet,  # type: ignore[override] # of publishable rows only
    ) -> PublishableQuerySet:
        return queryset.to_review() if self.value() == "due" else queryset
