from django.contrib import admin

from content.admin.records.read_only import ReadOnlyAdmin
from content.models import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """The trail is read, by those who have the permission for it."""

    list_display = ["at", "who", "what", "row", "detail", "network"]
    list_display_links = None
    list_filter = ["what"]
    search_fields = ["who", "row"]
    date_hierarchy = "at"
    show_full_result_count = False
