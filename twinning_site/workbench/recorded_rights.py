"""Write down in the audit trail what is done in the admin with accounts and their rights."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from content.audit import record
from content.models.records.audit_entry import Deed

# The apps whose rows are accounts, groups, rights and second factors
ACCOUNT_APPS = {"auth", "otp_totp", "otp_static", "workbench"}


class RecordedRightsMixin(admin.ModelAdmin):
    """Tells the audit trail what it tells the admin's history, which ends with its officer."""

    def log_addition(self, request: HttpRequest, obj: Model, message: str | list) -> LogEntry:
        return _recorded(request, super().log_addition(request, obj, message))

    def log_change(self, request: HttpRequest, obj: Model, message: str | list) -> LogEntry:
        return _recorded(request, super().log_change(request, obj, message))

    def log_deletions(self, request: HttpRequest, queryset: QuerySet) -> list[LogEntry]:
        entries = super().log_deletions(request, queryset)
        for entry in entries:
            _recorded(request, entry)
        return entries


def _recorded(request: HttpRequest, entry: LogEntry) -> LogEntry:
    kind = entry.content_type
    record(
        request,
        Deed.RIGHTS,
        row=f"{kind.app_label}.{kind.model} {entry.object_repr}" if kind else entry.object_repr,
        detail=entry.get_change_message() or str(entry.get_action_flag_display()),
    )
    return entry
