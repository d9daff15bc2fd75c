"""Write down in the audit trail which officer reads, changes and erases a row about a person."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from content.audit import name_of, record
from content.models.records.audit_entry import Deed


class RecordedDeedsAdmin(admin.ModelAdmin):
    """The admin of rows about people."""

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Model | None = None,
    ) -> HttpResponse:
        """Write down who reads the row, also in a form that comes back."""
        if obj is not None:
            record(request, Deed.VIEWED, row=name_of(obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """Write down who reads the history, which is headed by the row's name."""
        response = super().history_view(request, object_id, extra_context)
        if response.status_code == 200:
            record(request, Deed.VIEWED, row=f"{self.opts.label} {object_id}", detail="history")
        return response

    def render_delete_form(self, request: HttpRequest, context: dict) -> HttpResponse:
        """Write down who reads what would be deleted."""
        record(request, Deed.VIEWED, row=name_of(context["object"]))
        return super().render_delete_form(request, context)

    def log_change(self, request: HttpRequest, obj: Model, message: str | list) -> LogEntry:
        """Write down a change; a message of Django's names fields, and is left to the history."""
        detail = message if isinstance(message, str) else ""
        record(request, Deed.CHANGED, row=name_of(obj), detail=detail)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet) -> list[LogEntry]:
        """Write down each of the rows that are about to be deleted."""
        for row in queryset:
            record(request, Deed.ERASED, row=name_of(row))
        return super().log_deletions(request, queryset)
