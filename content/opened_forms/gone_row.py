"""What was typed into the form of a row that somebody else has deleted meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.forms import BaseInlineFormSet, ModelForm
from django.forms.formsets import INITIAL_FORM_COUNT
from django.http import QueryDict

from content.opened_forms.field_parts import parts_of
from content.opened_forms.guarded_formset import key_name


def as_new_rows(data: QueryDict, formsets: Iterable[type[BaseInlineFormSet]]) -> QueryDict:
    """Return the data of a form with rows below it as those of a form for a new row."""
    new = data.copy()
    for formset in formsets:
        prefix, key = formset.get_default_prefix(), key_name(formset)
        parent = formset.fk.name  # type: ignore[attr-defined] # of the class it is the field itself
        keys = f"{re.escape(key)}|{re.escape(parent)}"
        of_stored_rows = re.compile(rf"{re.escape(prefix)}-\d+-({keys})")
        for name in data:
            if of_stored_rows.fullmatch(name):
                new[name] = ""
        new[f"{prefix}-{INITIAL_FORM_COUNT}"] = "0"
    return new


def typed_texts(forms: Iterable[ModelForm]) -> list[tuple[str, str]]:
    """Return the labels and the words of what was typed into bound forms."""
    parts = [
        (part.label, part.shown(next(part.posted(form.data, form.files))))
        for form in forms
        for bound in form
        for part in parts_of(bound)
    ]
    return [(label, words) for label, words in parts if words]
