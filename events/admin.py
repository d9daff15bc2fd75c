from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from content.admin.picture import ThumbnailColumn
from content.admin.publishable import PUBLISHING, PublishableAdmin
from events.models import Event, EventPhoto, OccurrenceChange


class OccurrenceChangeInline(admin.StackedInline):
    model = OccurrenceChange
    extra = 0
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "original_starts_at",
                    "is_cancelled",
                    ("starts_at", "ends_at"),
                    "note",
                ]
            },
        )
    ]


class EventPhotoInline(admin.TabularInline):
    model = EventPhoto
    extra = 0
    autocomplete_fields = ["picture"]


@admin.register(Event)
class EventAdmin(ThumbnailColumn, PublishableAdmin):
    list_display = ["title", "thumbnail", "starts_at", "place", "status", "state"]
    list_filter = [*PublishableAdmin.list_filter, "status", "cities", "groups", "themes"]
    list_select_related = ["picture"]
    date_hierarchy = "starts_at"
    search_fields = ["title", "slug", "summary", "place"]
    autocomplete_fields = ["cities", "city", "documents", "groups", "picture", "poster", "themes"]
    inlines = [OccurrenceChangeInline, EventPhotoInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary"]}),
        (
            _("When"),
            {"fields": [("starts_at", "ends_at"), "is_all_day", "recurrence", "time_zone"]},
        ),
        (
            _("Where"),
            {"fields": ["place", "address", "city", "online_url"]},
        ),
        (_("Text and picture"), {"fields": ["body", "picture", "picture_is_decorative"]}),
        (_("For visitors"), {"fields": ["price", "booking_url", "organiser"]}),
        (_("What it is about"), {"fields": ["cities", "groups", "themes"]}),
        (_("Documents"), {"fields": ["poster", "documents"]}),
        (
            _("If something has changed"),
            {"fields": ["status", "status_note", "previous_starts_at"]},
        ),
        PUBLISHING,
    ]
