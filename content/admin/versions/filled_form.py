"""The form of a row, filled in with what a version holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db.models import Model
from django.forms import BaseInlineFormSet, ModelForm
from django.forms.formsets import (
    DELETION_FIELD_NAME,
    INITIAL_FORM_COUNT,
    MAX_NUM_FORM_COUNT,
    MIN_NUM_FORM_COUNT,
    TOTAL_FORM_COUNT,
)
from django.http import QueryDict

from content.models import Version
from content.opened_forms.field_parts import parts_of

Kept = dict[tuple[type[Model], Any], DeserializedObject]


def filled_form(
    version: Version,
    form: ModelForm,
    formsets: Iterable[BaseInlineFormSet],
    chosen: Collection[str],
) -> QueryDict:
    """Return what a browser would send of a form in which `chosen` is as the version has it.

    Args:
        form: the unbound form of the row as it is stored.
        formsets: those of its parts; a part that the version does not have is marked as deleted,
            one that is gone stands behind the others as a new one.
        chosen: names of fields of the row, and of formsets by their prefix.
    """
    rows = serializers.deserialize("python", version.rows, ignorenonexistent=True)
    kept = {(type(one.object), one.object.pk): one for one in rows}
    data = QueryDict(mutable=True)
    root = kept[type(form.instance), form.instance.pk]
    _fill(data, form, lambda name: name not in chosen)
    _fill(data, _as_kept(form, root, None), lambda name: name in chosen)
    for formset in formsets:
        _fill_formset(data, formset, kept if formset.prefix in chosen else None)
    return data


def _as_kept(form: ModelForm, one: DeserializedObject, prefix: str | None) -> ModelForm:
    initial = {name: list(keys) for name, keys in (one.m2m_data or {}).items()}
    return type(form)(instance=one.object, initial=initial, prefix=prefix)


def _fill(data: QueryDict, form: ModelForm, is_wanted: Any = lambda name: True) -> None:
    for bound in form:
        if is_wanted(bound.name):
            for part in parts_of(bound):
                for name, values in part.sent_unchanged().items():
                    data.setlist(name, values)


def _fill_formset(data: QueryDict, formset: BaseInlineFormSet, kept: Kept | None) -> None:
    stored = formset.initial_forms
    for form in stored:
        key = (type(form.instance), form.instance.pk)
        data[form.add_prefix(form.instance._meta.pk.name)] = str(form.instance.pk)
        data[form.add_prefix(formset.fk.name)] = str(formset.instance.pk)
        if kept is None or key not in kept:
            _fill(data, form)
            if kept is not None:
                data[form.add_prefix(DELETION_FIELD_NAME)] = "on"
        else:
            _fill(data, _as_kept(form, kept[key], form.prefix))
    number = len(stored)
    there = {form.instance.pk for form in stored}
    for (model, pk), one in (kept or {}).items():
        if model is formset.model and pk not in there:
            _fill(data, _as_kept(formset.empty_form, one, formset.add_prefix(number)))
            data[f"{formset.add_prefix(number)}-{model._meta.pk.name}"] = ""
            number += 1
    counts = {TOTAL_FORM_COUNT: number, INITIAL_FORM_COUNT: len(stored)}
    counts |= {MIN_NUM_FORM_COUNT: 0, MAX_NUM_FORM_COUNT: 1000}
    for name, count in counts.items():
        data[f"{formset.prefix}-{name}"] = str(count)
