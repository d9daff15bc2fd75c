"""The part of the admin of events that has a short form for new ones."""

from typing import Any, TypeAlias

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Field, ManyToManyField, Model
from django.forms import Field as FormField
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.opened_forms.field_parts import parts_of
from content.opened_forms.kept_form import fill_in
from events.forms.quick_event import NOT_SHOWN, QuickEventForm, as_full_form
from events.models import Event

# More of them are searched for rather than ticked.
MAX_CHIPS = 40
# A key of `request.META`; no header of a visitor can get such a name.
_IS_QUICK = "QUICK_EVENT_FORM"

FIELDSETS: list[tuple[Any, Any]] = [
    (None, {"fields": ["title", "summary"]}),
    (_("When"), {"fields": [("starts_at", "ends_time"), ("repeats", "repeats_until")]}),
    (_("Where"), {"fields": ["place"]}),
    (_("Picture"), {"fields": ["picture"]}),
    (_("What it is about"), {"fields": ["cities", "groups", "themes"]}),
    (_("For visitors"), {"fields": ["booking_url"]}),
]
# Of the fields that a browser sends, the one that only the short form has
SHORT_FIELD = "ends_time"
SHOWN = flatten_fieldsets(FIELDSETS)


InlineClasses: TypeAlias = list[type[InlineModelAdmin]] | tuple[type[InlineModelAdmin], ...]


class Chips(forms.CheckboxSelectMultiple):
    """Boxes beside each other, each with its name."""

    template_name = "admin/widgets/chips.html"
    group_label = ""

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        context["widget"]["group_label"] = self.group_label
        return context


class QuickFormAdmin(admin.ModelAdmin):
    """Adds the address of a short form, from which a button leads on with what was typed."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.quick_view)
        return [path("quick/", view, name="events_event_quick"), *super().get_urls()]

    def add_address(self) -> str:
        """Return the address to which the links for a new event lead."""
        return reverse(f"{self.admin_site.name}:events_event_quick")

    def quick_view(self, request: HttpRequest) -> HttpResponse:
        """Show the short form and save it; or the full one with the same words."""
        if "_more" in request.POST:
            words = gettext("This is the full form with what you typed. It has not been saved yet.")
            data = as_full_form(request.POST)
            self._add_usual_values(request, data)
            for formset, _inline in self.get_formsets_with_inlines(request):
                prefix = formset.get_default_prefix()
                data[f"{prefix}-TOTAL_FORMS"] = data[f"{prefix}-INITIAL_FORMS"] = "0"
            fill_in(request, data, words)
            address = reverse(f"{self.admin_site.name}:events_event_add")
            return self.changeform_view(request, None, form_url=address)
        request.META[_IS_QUICK] = "yes"
        return self.changeform_view(request, None)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        """Take the short form here, too: it comes back here after it was kept for its writer."""
        if SHORT_FIELD in request.POST:
            return self.quick_view(request)
        return super().add_view(request, form_url, extra_context)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        if object_id is None and SHORT_FIELD in request.POST:
            request.META[_IS_QUICK] = "yes"
        if _IS_QUICK in request.META:
            title = {"title": gettext("New event"), "is_quick": True}
            extra_context = title | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _add_usual_values(self, request: HttpRequest, data: QueryDict) -> None:
        """Fill in what the full form shows at first, where the short one has no field."""
        initial = self.get_changeform_initial_data(request)
        for bound in self.get_form(request)(initial=initial):
            if bound.name not in SHOWN:
                for part in parts_of(bound):
                    for name, values in part.sent_unchanged().items():
                        if name not in data:
                            data.setlist(name, values)

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        if _IS_QUICK in request.META:
            model_fields = {field.name for field in Event._meta.get_fields()}
            names = [name for name in SHOWN if name in model_fields]
            kwargs |= {"form": QuickEventForm, "fields": [*names, "ends_at", *NOT_SHOWN]}
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return FIELDSETS if _IS_QUICK in request.META else super().get_fieldsets(request, obj)

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> InlineClasses:
        return [] if _IS_QUICK in request.META else super().get_inlines(request, obj)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        """Show cities, groups and themes in the short form to be ticked, if they are not many."""
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        is_list = isinstance(db_field, ManyToManyField)
        if _IS_QUICK not in request.META or not is_list or formfield is None:
            return formfield
        rows = getattr(formfield, "queryset", None)
        if rows is not None and rows.count() <= MAX_CHIPS:
            formfield.widget = Chips(choices=getattr(formfield, "choices", ()))
            formfield.widget.group_label = capfirst(str(formfield.label))
            formfield.help_text = ""
        elif isinstance(formfield.widget, RelatedFieldWidgetWrapper):
            formfield.widget.can_add_related = False
        return formfield
