"""Searches over texts in several languages, and pages with the editor."""

import unicodedata

from csp.decorators import csp_update
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import DateTimeField, Field, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from i18nfield.strings import LazyI18nString

from content.admin.deletion import KnownDeletions
from content.forms.moments import MomentField
from content.text.editor import EDITOR_POLICY
from content.text.fields import RichTextField
from content.text.widgets import TimeZoneWidget


def folded(value: object) -> str:
    """Every language of a text, in small letters and without accents: Leon finds León."""
    data = value.data if isinstance(value, LazyI18nString) else value
    text = " ".join(map(str, data.values())) if isinstance(data, dict) else str(data or "")
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def has_rich_text(model: type[Model]) -> bool:
    return any(isinstance(field, RichTextField) for field in model._meta.get_fields())


class MultilingualAdmin(KnownDeletions, admin.ModelAdmin):
    """An admin that finds words in every language and shows the editor where there is one."""

    formfield_overrides = {DateTimeField: {"form_class": MomentField}}

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Keep the rows that have every word, in whichever of `search_fields`.

        Databases differ in accents and see the JSON around the text, so that Python compares.
        """
        words = folded(search_term).split()
        if not words or not self.search_fields:
            return queryset, False
        texts: dict[object, str] = {}
        for key, *values in queryset.order_by().values_list("pk", *self.search_fields):
            texts[key] = f"{texts.get(key, '')} {' '.join(map(folded, values))}"
        found = [key for key, text in texts.items() if all(word in text for word in words)]
        return queryset.filter(pk__in=found), False

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs):
        """Offer time zones to choose from; leave deleting to a thing's own page."""
        if db_field.name == "time_zone":
            kwargs["widget"] = TimeZoneWidget
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(formfield, "widget", None), RelatedFieldWidgetWrapper):
            formfield.widget.can_delete_related = False
        return formfield

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """Call the list what it is a list of."""
        title = capfirst(self.model._meta.verbose_name_plural)
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def changeform_view(
        self, request: HttpRequest, object_id=None, form_url="", extra_context=None
    ) -> HttpResponse:
        """Allow on this page, and only on pages with an editor, what the editor needs."""
        show = super().changeform_view
        if any(map(has_rich_text, [self.model, *(inline.model for inline in self.inlines)])):
            show = csp_update(EDITOR_POLICY)(show)
        return show(request, object_id, form_url, extra_context)

    def view_on_site(self, obj: Model) -> str | None:
        """The page's own address; Django's detour asks a table for the name of the host."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None
