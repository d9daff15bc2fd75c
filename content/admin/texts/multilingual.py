"""The admin of models with text in several languages: search, editor, time zones."""

from collections.abc import Iterator
from typing import Any

from csp.decorators import csp_update
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import transaction
from django.db.models import DateTimeField, Field, Model, QuerySet
from django.forms import Field as FormField
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from i18nfield.strings import LazyI18nString

from content.admin.deletion import DeletionSummaryMixin
from content.admin.texts.dropped_content import warn_of_dropped_content
from content.admin.texts.folded_parts import open_what_is_filled
from content.admin.texts.link_warnings import warn_of_hidden_targets
from content.admin.texts.translation_marks import STILL_RIGHT, call_still_right, mark_outdated
from content.forms.checked_links import with_checked_links
from content.forms.date_time_fields import MomentField
from content.forms.named_cells import NamedCellsForm
from content.text.fields import RichTextField
from content.text.html.editor import EDITOR_POLICY
from content.text.transliteration import unaccented
from content.text.widgets import TimeZoneWidget


def searchable_text(value: object) -> str:
    """Return a text in all its languages, unaccented, so that Leon finds León."""
    data = value.data if isinstance(value, LazyI18nString) else value
    text = " ".join(map(str, data.values())) if isinstance(data, dict) else str(data or "")
    return unaccented(text)


def has_rich_text(model: type[Model]) -> bool:
    return any(isinstance(field, RichTextField) for field in model._meta.get_fields())


class MultilingualAdmin(DeletionSummaryMixin, admin.ModelAdmin):
    """An admin that searches every language of a text and shows the editor for rich text."""

    formfield_overrides = {DateTimeField: {"form_class": MomentField}}

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Keep the rows that have every word, in any of `search_fields`.

        Python compares, because databases differ in accents and would search the JSON as well.
        """
        words = unaccented(search_term).split()
        if not words or not self.search_fields:
            return queryset, False
        texts: dict[object, str] = {}
        for key, *values in queryset.order_by().values_list("pk", *self.search_fields):
            texts[key] = f"{texts.get(key, '')} {' '.join(map(searchable_text, values))}"
        found = [key for key, text in texts.items() if all(word in text for word in words)]
        return queryset.filter(pk__in=found), False

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: object
    ) -> FormField | None:
        """Offer time zones to choose from, and no deleting of related rows."""
        if db_field.name == "time_zone":
            kwargs["widget"] = TimeZoneWidget
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if formfield and isinstance(formfield.widget, RelatedFieldWidgetWrapper):
            formfield.widget.can_delete_related = False
        return formfield

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        """Have links of this site checked when the form is sent."""
        return with_checked_links(super().get_form(request, obj, change=change, **kwargs))

    def get_formsets_with_inlines(
        self, request: HttpRequest, obj: Model | None = None
    ) -> Iterator[tuple]:
        """Do so in the rows below the form."""
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            formset.form = with_checked_links(formset.form)
            yield formset, inline

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[ModelForm]:
        """Name the fields that can be changed in the list."""
        return super().get_changelist_form(request, **{"form": NamedCellsForm, **kwargs})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Relax the Content-Security-Policy for the editor, on pages with rich text only."""
        show = super().changeform_view
        if any(map(has_rich_text, [self.model, *(inline.model for inline in self.inlines)])):
            show = csp_update(EDITOR_POLICY)(show)  # type: ignore[assignment] # same arguments
        return show(request, object_id, form_url, extra_context)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Take away marks that were ticked, also if the rest is only kept as a draft."""
        if STILL_RIGHT in request.POST:
            self._call_still_right(request, object_id)
        return super().change_view(request, object_id, form_url, extra_context)

    @transaction.atomic
    def _call_still_right(self, request: HttpRequest, object_id: str) -> None:
        row = self.get_object(request, unquote(object_id))
        if row is not None and self.has_change_permission(request, row):
            call_still_right(request, row)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Mark translations older than the original; open folded parts that are filled."""
        forms = [context["adminform"].form]
        for inline in context["inline_admin_formsets"]:
            forms += inline.formset.forms
        mark_outdated(forms)
        open_what_is_filled(context["adminform"])
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list, change: bool
    ) -> None:
        """Warn of what the texts have lost, and of links to drafts, after everything is saved."""
        super().save_related(request, form, formsets, change)
        warn_of_dropped_content(request, form, is_part=False)
        kept = [form]
        for formset in formsets:
            for part in formset.forms:
                if part not in formset.deleted_forms:
                    warn_of_dropped_content(request, part, is_part=True)
                    kept.append(part)
        warn_of_hidden_targets(request, kept, self.admin_site)

    def view_on_site(self, obj: Model) -> str | None:
        """Return the page's own address: Django's redirect would first query for the host."""
        try:
            return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None
        except NoReverseMatch:
            # A form that was refused may have emptied the slug.
            return None
