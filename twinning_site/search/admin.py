"""The list of searches that found nothing."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from content.permissions import has_permission
from twinning_site.pages.models import Page
from twinning_site.search.models import UnansweredSearch


@admin.register(UnansweredSearch)
class UnansweredSearchAdmin(admin.ModelAdmin):
    """They are dismissed here; what answers them is written elsewhere."""

    list_display = ["words", "language", "days", "last_day", "dismissed_at"]
    list_display_links = None
    list_filter = ["language", ("dismissed_at", admin.EmptyFieldListFilter)]
    list_per_page = 50
    ordering = ["-days", "words", "pk"]
    actions = ["dismiss"]
    fields = readonly_fields = ("words", "language", "days", "last_day", "dismissed_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Leave out what so few asked that it may be about one of them."""
        rows: Any = super().get_queryset(request)
        return rows.shown_to_officers()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: UnansweredSearch | None = None
    ) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: UnansweredSearch | None = None
    ) -> bool:
        """Let those weigh it who may write the pages that would be found."""
        return has_permission(request.user, "change", Page)

    def has_view_permission(
        self, request: HttpRequest, obj: UnansweredSearch | None = None
    ) -> bool:
        return self.has_change_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    @admin.action(description=_("Dismiss"), permissions=["change"])
    def dismiss(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Show these words no more, until they are erased. The history would keep them longer."""
        number = queryset.filter(dismissed_at=None).update(dismissed_at=timezone.now())
        text = ngettext(
            "Dismissed: %(count)s search that found nothing.",
            "Dismissed: %(count)s searches that found nothing.",
            number,
        )
        self.message_user(request, text % {"count": number}, messages.SUCCESS)
