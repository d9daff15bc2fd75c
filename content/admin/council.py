from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Field, Model
from django.forms import Field as FormField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.example_mark import ExampleMarkAdmin
from content.admin.menu_entries import menu_entries
from content.admin.place_finder import PlaceFinderAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from content.contrast import WHITE, check_notation, contrast_ratio, readable_on
from content.forms.arrangement import ArrangementWidget, Entry
from content.forms.place_finder import PLACE
from content.models import Council
from content.models.arrangements import HomeSection


@admin.register(Council)
class CouncilAdmin(
    PlaceFinderAdmin, AutosaveAdmin, VersionedAdmin, ExampleMarkAdmin, MultilingualAdmin
):
    """The admin of the one council: its list redirects to its form."""

    autocomplete_fields = ["picture", "logo", "logo_dark"]
    readonly_fields = ["contrast"]
    fieldsets = [
        (_("Council"), {"fields": ["name", "wordmark", "website", "example"]}),
        (
            _("Home city"),
            {
                "fields": [
                    "home_city_name",
                    PLACE,
                    "country",
                    ("latitude", "longitude"),
                    "time_zone",
                ]
            },
        ),
        (_("Home page"), {"fields": ["welcome", "introduction", "picture", "home_sections"]}),
        (_("Main menu"), {"fields": ["main_menu"]}),
        (
            _("Office"),
            {
                "fields": [
                    "officer_role",
                    "office_invitation",
                    "office_address",
                    "office_hours",
                    "phone",
                    "email",
                    "asks_groups",
                ],
                "description": _("Shown on every page, so that people can reach you."),
            },
        ),
        (_("Voluntary scheme"), {"fields": ["offers_volunteering"]}),
        (
            _("The office's own photographs"),
            {
                "fields": ["photo_creator", ("photo_licence", "photo_licence_url")],
                "description": _("The credit that is filled in for each new picture."),
            },
        ),
        (_("Look"), {"fields": ["logo", "logo_dark", "brand_color", "accent_color", "contrast"]}),
        (
            _("Foot of every page"),
            {
                "fields": [
                    "footer_text",
                    "switchboard",
                    "postal_address",
                    "social_addresses",
                    "copyright",
                ]
            },
        ),
    ]

    # What a site needs before it can publish pages
    first_fieldsets: ClassVar = [
        (
            _("Council"),
            {
                "fields": [
                    "name",
                    "home_city_name",
                    PLACE,
                    "country",
                    ("latitude", "longitude"),
                    "time_zone",
                ],
                "description": _("This is all that pages need. The rest is asked afterwards."),
            },
        ),
        (_("Office"), {"fields": ["officer_role", "office_address", "email"]}),
        (_("Look"), {"fields": ["brand_color"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Ask for a new council only what it cannot do without."""
        return self.first_fieldsets if obj is None else super().get_fieldsets(request, obj)

    @admin.display(description=_("contrast"))
    def contrast(self, obj: Council | None) -> str:
        """Show both colours as they are used, and say how well they read."""
        council = obj or Council()
        try:
            check_notation(council.brand_color)
            check_notation(council.accent_color)
        except ValidationError:
            return "–"
        accent = council.accent
        return render_to_string(
            "admin/content/council/contrast.html",
            {
                "brand": council.brand_color,
                "accent": accent,
                "ink": readable_on(accent),
                "is_lightened": accent != council.accent_color.lower(),
                "white_on_brand": contrast_ratio(council.brand_color, WHITE),
                "ink_on_accent": contrast_ratio(accent, readable_on(accent)),
                "accent_on_brand": contrast_ratio(accent, council.brand_color),
            },
        )

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        """Show what can be put in order as rows."""
        if db_field.name == "home_sections":
            sections = [Entry(one.value, str(one.label)) for one in HomeSection]
            kwargs["widget"] = ArrangementWidget(sections)
        elif db_field.name == "main_menu":
            kwargs["widget"] = ArrangementWidget(menu_entries())
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def view_on_site(self, obj: Model) -> str:
        """Return the home page, which shows most of it."""
        return "/"

    def changelist_view(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        council = Council.objects.filter(pk=1).first()
        if council:
            return redirect("admin:content_council_change", council.pk)
        return redirect("admin:content_council_add")

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Offer no second council after this one."""
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Council.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Council | None = None) -> bool:
        return False
