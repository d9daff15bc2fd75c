"""Filters of the admin's lists."""

from collections.abc import Callable

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from content.models import Document, PublishableQuerySet, PublishingState
from content.text.language_names import language_name


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


class LanguageFilter(admin.SimpleListFilter):
    """Offers the languages that documents are in, of the hundreds that there are."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        used = Document.objects.order_by().values_list("language", flat=True).distinct()
        return sorted((code, language_name(code)) for code in used if code)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(language=self.value()) if self.value() else queryset
