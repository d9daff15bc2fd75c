from functools import partial

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.admin.library.picture import ThumbnailColumn
from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from content.admin.publishing.row_rights import PartInline
from content.forms.named_cells import NamedCellsForm, OrderedNamedCellsFormSet
from content.models import PublishingState
from events.actions import move_one_date, record_date_changes
from events.admin.dates_page import dates_page
from events.admin.dates_preview import next_dates
from events.admin.quick_form import QuickFormAdmin
from events.date_text import date_text
from events.forms.date_changes import DateChangeForm, DateChangeFormSet
from events.forms.event import EventAdminForm
from events.models import Event, EventPhoto, OccurrenceChange


class OccurrenceChangeInline(PartInline, admin.StackedInline):
    model = OccurrenceChange
    form = DateChangeForm
    formset = DateChangeFormSet
    extra = 0
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "day",
                    "is_cancelled",
                    ("starts_at", "ends_at"),
                    ("starts_at_twice", "ends_at_twice"),
                    "note",
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[OccurrenceChange]:
        return super().get_queryset(request).select_related("event")


class EventPhotoInline(PartInline, admin.TabularInline):
    model = EventPhoto
    form, formset = NamedCellsForm, OrderedNamedCellsFormSet
    extra = 0
    autocomplete_fields = ["picture"]


@admin.register(Event)
class EventAdmin(QuickFormAdmin, ThumbnailColumn, PublishableAdmin):
    form = EventAdminForm
    change_form_template = "admin/events/change_form.html"
    change_list_template = "admin/events/change_list.html"
    list_display = ["title", "thumbnail", "date", "status", "state"]
    list_filter = [*PublishableAdmin.list_filter, "status", "cities", "groups", "themes"]
    list_select_related = ["city", "picture"]
    date_hierarchy = "starts_at"
    search_fields = ["title", "slug", "summary", "place"]
    autocomplete_fields = [
        "cities",
        "city",
        "documents",
        "groups",
        "picture",
        "poster",
        "themes",
        "videos",
    ]
    groups_field = "groups"
    inlines = [OccurrenceChangeInline, EventPhotoInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary"]}),
        (
            _("When"),
            {
                "fields": [
                    ("starts_at", "ends_at"),
                    ("starts_at_twice", "ends_at_twice"),
                    "series_move",
                    "is_all_day",
                    "time_zone",
                ]
            },
        ),
        (
            _("If it takes place again and again"),
            {
                "fields": [
                    ("repeats", "repeats_every"),
                    "repeats_days",
                    ("repeats_until", "repeats_times"),
                    "recurrence",
                ],
                "description": _("The first date is the one above; the rule follows from it."),
            },
        ),
        (
            _("Where"),
            {"fields": ["place", "address", "city", "online_url"]},
        ),
        (_("Text and picture"), {"fields": ["body", "picture", "picture_is_decorative"]}),
        (
            _("For visitors"),
            {"classes": ["collapse"], "fields": ["price", "booking_url", "organiser"]},
        ),
        (_("What it is about"), {"fields": ["cities", "groups", "themes"]}),
        (
            _("Documents and videos"),
            {"classes": ["collapse"], "fields": ["poster", "documents", "videos"]},
        ),
        (
            _("If something has changed"),
            {"classes": ["collapse"], "fields": ["status", "status_note", "previous_starts_at"]},
        ),
        PUBLISHING,
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).prefetch_related("changes")

    @admin.display(description=_("date"), ordering="starts_at")
    def date(self, obj: Event) -> SafeString:
        """Return its current, next or last date, linked to the page that changes single ones."""
        address = reverse("admin:events_event_dates_page", args=[obj.pk])
        text = date_text(obj.main_occurrence(timezone.now()))
        return format_html('<a href="{}">{}</a>', address, text)

    def get_urls(self) -> list[URLPattern]:
        """Add the next dates of an event that is not saved yet, and the page of stored dates."""
        guard = self.admin_site.admin_view
        return [
            path("dates/", guard(next_dates), name="events_event_dates"),
            path(
                "<path:object_id>/dates/",
                guard(partial(dates_page, self)),
                name="events_event_dates_page",
            ),
            *super().get_urls(),
        ]

    def may_change_dates(self, request: HttpRequest, event: Event) -> bool:
        """Return whether this person may cancel or move dates, which the public sees at once."""
        if not self.has_change_permission(request, event):
            return False
        is_draft = event.publishing_state == PublishingState.DRAFT
        return is_draft or self.has_publish_permission(request, event)

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list, change: bool
    ) -> None:
        """Record changes of single dates: they may make the event end later."""
        super().save_related(request, form, formsets, change)
        if isinstance(form, EventAdminForm) and form.moved_date:
            move_one_date(form.instance, *form.moved_date)
        for formset in formsets:
            if formset.model is OccurrenceChange and formset.has_changed():
                record_date_changes(form.instance)
