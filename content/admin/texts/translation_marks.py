"""Marks beside the languages of a text: what is missing, and what is older than the original."""

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.text.language_names import language_name
from content.text.widgets import LanguagesWidget
from content.translations import (
    marks_of,
    original_language,
    outdated,
    row_key,
    translation_languages,
    with_outdated,
    without_translation,
)
from content.versions.snapshot import parts_of

STILL_RIGHT = "still_right"


def mark_outdated(forms: Iterable[ModelForm]) -> None:
    """Tell the boxes of these forms which translations are outdated: 1 query."""
    forms = list(forms)
    marks = outdated(form.instance for form in forms)
    for form in forms:
        for name, languages in marks.get(row_key(form.instance), {}).items():
            field = form.fields.get(name)
            if field and isinstance(field.widget, LanguagesWidget):
                field.widget.outdated = languages


def call_still_right(request: HttpRequest, row: Model) -> int:
    """Take the marks away that were ticked, of the row and its parts; return how many."""
    keys = [key for key in request.POST.getlist(STILL_RIGHT) if key.isdecimal() and len(key) < 19]
    deleted, _of_models = marks_of([row, *parts_of(row)]).filter(pk__in=keys).delete()
    return deleted


class TranslationFilter(admin.SimpleListFilter):
    """Keeps rows with a text that is not there in a language, or older than the original."""

    title = _("translation")
    parameter_name = "translation"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        found = []
        for code in [*translation_languages(), original_language()]:
            values = {"language": language_name(code)}
            found.append((f"missing-{code}", gettext("missing: %(language)s") % values))
            if code != original_language():
                words = gettext("older than the original: %(language)s") % values
                found.append((f"outdated-{code}", words))
        return found if translation_languages() else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        kind, _dash, language = (self.value() or "").partition("-")
        if language not in [*translation_languages(), original_language()]:
            return queryset
        keep = {"missing": without_translation, "outdated": with_outdated}.get(kind)
        return keep(queryset, language) if keep else queryset
