from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cities.models import City, LinkKind, Milestone, MilestoneKind, WebLink
from content.admin.kinds import KindAdmin
from content.admin.library.picture import ThumbnailColumn
from content.admin.place_finder import PlaceFinderAdmin
from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from content.forms.named_cells import NamedCellsForm, OrderedNamedCellsFormSet
from content.forms.place_finder import PLACE, PlaceFinderForm
from content.forms.publishing import PublishingForm


class MilestoneInline(admin.StackedInline):
    model = Milestone
    extra = 0
    autocomplete_fields = ["document"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "kind",
                    ("year", "month", "day"),
                    "date_words",
                    "title",
                    "text",
                    "document",
                ]
            },
        )
    ]


class WebLinkInline(admin.TabularInline):
    model = WebLink
    form, formset = NamedCellsForm, OrderedNamedCellsFormSet
    extra = 0


@admin.register(LinkKind)
class LinkKindAdmin(KindAdmin):
    list_display = [*KindAdmin.list_display, "shape", "color"]
    properties = ("shape", "color")


@admin.register(MilestoneKind)
class MilestoneKindAdmin(KindAdmin):
    list_display = [*KindAdmin.list_display, "meaning", "begins"]
    properties = ("sign", "meaning", "begins", "is_named")


class CityForm(PlaceFinderForm, PublishingForm):
    pass


@admin.register(City)
class CityAdmin(ThumbnailColumn, PlaceFinderAdmin, PublishableAdmin):
    form = CityForm
    list_display = ["name", "thumbnail", "kind", "status", "state", "updated_at"]
    list_filter = [*PublishableAdmin.list_filter, "kind", "status", "themes"]
    list_select_related = ["picture", "kind"]
    search_fields = ["name", "slug", "summary"]
    autocomplete_fields = ["picture", "themes", "videos"]
    inlines = [MilestoneInline, WebLinkInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "country", "kind", "summary"]}),
        (_("Text and picture"), {"fields": ["body", "picture", "picture_is_decorative", "videos"]}),
        (_("Since when, and what about"), {"fields": ["since_year", "since_words", "themes"]}),
        (
            _("If it is suspended or has ended"),
            {
                "classes": ["collapse"],
                "fields": ["status", "status_since", "status_reason", "status_outlook"],
            },
        ),
        (
            _("Where it is"),
            {
                "fields": [PLACE, ("latitude", "longitude"), "time_zone"],
                "description": _("For the map, the distance and the time there."),
            },
        ),
        PUBLISHING,
    ]
