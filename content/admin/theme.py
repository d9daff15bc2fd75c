from django.contrib import admin

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from content.forms.slugs import SluggedForm
from content.models import Theme


@admin.register(Theme)
class ThemeAdmin(AutosaveAdmin, VersionedAdmin, MultilingualAdmin):
    list_display = ["name", "slug", "position"]
    list_editable = ["position"]
    search_fields = ["name"]
    form = SluggedForm
    fields = ["name", "slug", "position"]
