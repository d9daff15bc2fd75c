from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.example_mark import ExampleMarkAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from volunteers.models import VolunteerTask


@admin.register(VolunteerTask)
class VolunteerTaskAdmin(AutosaveAdmin, VersionedAdmin, ExampleMarkAdmin, MultilingualAdmin):
    list_display = ["name", "is_offered", "position"]
    list_editable = ["position"]
    search_fields = ["name"]
    fields = ["name", "is_offered", "position", "example"]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Leave out what deletes several at once, whatever has them."""
        actions = super().get_actions(request)
        return {name: action for name, action in actions.items() if name != "delete_selected"}

    def has_delete_permission(self, request: HttpRequest, obj: VolunteerTask | None = None) -> bool:
        """Keep what an application has: such a task is retired."""
        may = super().has_delete_permission(request, obj)
        return may and not (obj and obj.pk and obj.is_used)
