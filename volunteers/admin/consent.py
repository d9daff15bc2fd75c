from django.contrib import admin
from django.http import HttpRequest

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.example_mark import ExampleMarkAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from volunteers.models import ConsentWording


@admin.register(ConsentWording)
class ConsentWordingAdmin(AutosaveAdmin, VersionedAdmin, ExampleMarkAdmin, MultilingualAdmin):
    list_display = ["version", "valid_from", "text"]
    search_fields = ["version", "text"]

    def get_readonly_fields(
        self, request: HttpRequest, obj: ConsentWording | None = None
    ) -> list[str]:
        """Make a wording that somebody agreed to read-only."""
        return ["version", "text", "valid_from"] if obj and obj.is_used else []
