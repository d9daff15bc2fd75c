from django.contrib import admin

from content.admin.records.read_only import ReadOnlyAdmin
from content.models import ErasureRecord


@admin.register(ErasureRecord)
class ErasureRecordAdmin(ReadOnlyAdmin):
    """Proofs are read, not written."""

    list_display = ["erased_at", "what", "number", "reason"]
    list_filter = ["what", "reason"]
    date_hierarchy = "erased_at"
