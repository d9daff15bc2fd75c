"""The part of an admin whose rows can be marked as examples: a filter and an action."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.actions import take_off_example_mark


class ExampleMarkAdmin(admin.ModelAdmin):
    """Lists filter by the mark; whoever may change the rows takes it off."""

    actions = ["take_off_mark"]
    list_filter = ["example"]

    @admin.action(description=_("Take off the mark of an example"), permissions=["publish"])
    def take_off_mark(self, request: HttpRequest, queryset: QuerySet) -> None:
        rows = take_off_example_mark(queryset)
        self.report(request, rows, gettext("No longer marked as an example."))

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return whether this person may change what readers see; rows without drafts always do."""
        return self.has_change_permission(request, obj)

    def report(self, request: HttpRequest, rows: Sequence[Model], done: str) -> None:
        """Note what an action has done to rows, and say how many they are."""
        for row in rows:
            self.log_change(request, row, done)
        counted = ngettext("%(count)s entry.", "%(count)s entries.", len(rows))
        message = f"{done} {counted % {'count': len(rows)}}" if rows else _("Nothing to change.")
        undo = self.undo_of(request, rows[0]) if len(rows) == 1 else ""
        level = messages.SUCCESS if rows else messages.INFO
        self.message_user(request, format_html("{} {}", message, undo) if undo else message, level)

    def undo_of(self, request: HttpRequest, row: Model) -> SafeString | str:
        """Return a button that undoes it; most rows have none."""
        return ""
