"""Rows below a form that others have deleted since it was opened."""

from __future__ import annotations

import re
from typing import Any, cast

from django import forms
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext

from content.opened_forms.field_parts import parts_of
from content.opened_forms.guarded_form import GuardedForm, digest_name
from content.opened_forms.opened_form import Difference, OpenedForm


class GuardedFormSet(forms.BaseInlineFormSet):
    """Leaves out rows that are gone; one that this person changed becomes a new row."""

    opened: OpenedForm | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.opened and self.is_bound and self.instance.pk and not self.save_as_new:
            gone = self._places_of_gone_rows()
            again = {place for place, key in gone.items() if self._is_wanted(place, key)}
            if gone:
                counts = self._stored_count, self.total_form_count()
                self.data = without_rows(
                    cast(QueryDict, self.data),
                    self.prefix or "",
                    key_name(type(self)),
                    counts,
                    {*gone},
                    again,
                )
                # It was read from the data of before.
                del self.management_form

    @property
    def _stored_count(self) -> int:
        return min(self.initial_form_count(), self.total_form_count())

    def _places_of_gone_rows(self) -> dict[int, str]:
        stored = {str(row.pk) for row in self.get_queryset()}
        keys = {
            place: self.data.get(f"{self.prefix}-{place}-{key_name(type(self))}", "")
            for place in range(self._stored_count)
        }
        return {place: key for place, key in keys.items() if key and key not in stored}

    def _is_wanted(self, place: int, key: str) -> bool:
        """Return whether this person changed a row that is gone, and does not delete it."""
        prefix = self.add_prefix(place)
        if self.opened is None or f"{prefix}-{DELETION_FIELD_NAME}" in self.data:
            return False
        form = self.form(self.data, self.files, prefix=prefix)
        is_wanted = False
        for part in (part for bound in form for part in parts_of(bound)):
            before = self.opened.digest_when_opened(digest_name(prefix, key, part))
            posted = list(part.posted(self.data, self.files))
            if before and before not in map(part.digest, posted):
                is_wanted = True
                label = f"{capfirst(form.instance._meta.verbose_name)}: {part.label}"
                difference = Difference(label, gettext("deleted"), part.shown(posted[0]))
                self.opened.conflicts.append(difference)
        return is_wanted


def key_name(formset: type[forms.BaseInlineFormSet]) -> str:
    """Return the name of the hidden field by which a form finds its stored row."""
    return cast(type[Model], formset.model)._meta.pk.name


def without_rows(
    data: QueryDict,
    prefix: str,
    key: str,
    counts: tuple[int, int],
    gone: set[int],
    again: set[int],
) -> QueryDict:
    """Return the data of a formset without stored rows at the places `gone`.

    Those of them in `again` stand behind the other stored rows, as new ones.

    Args:
        key: the name of the hidden field with the key of a row.
        counts: how many rows are stored, and how many there are in all.
    """
    place_of = re.compile(rf"{re.escape(prefix)}-(\d{{1,6}})-(.+)", re.DOTALL)
    stored, total = counts
    kept = [place for place in range(stored) if place not in gone]
    order = [*kept, *sorted(again), *range(stored, total)]
    new_place = {old: new for new, old in enumerate(order)}
    moved = QueryDict(mutable=True)
    for name, values in data.lists():
        if not (match := place_of.fullmatch(name)):
            moved.setlist(name, values)
        elif (place := int(match[1])) in new_place:
            is_key = place in again and match[2] == key
            moved.setlist(f"{prefix}-{new_place[place]}-{match[2]}", [""] if is_key else values)
    moved[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(len(kept))
    moved[f"{prefix}-{TOTAL_FORM_COUNT}"] = str(len(order))
    return moved


def guarded(form: type[forms.ModelForm], opened: OpenedForm | None) -> type[GuardedForm]:
    """Return the class of a form, guarded for one request."""
    return type(form.__name__, (GuardedForm, form), {"opened": opened, "__module__": __name__})


def guarded_formset(
    formset: type[forms.BaseInlineFormSet], opened: OpenedForm | None, *, may_change: bool
) -> type[GuardedFormSet]:
    """Return the class of a formset with guarded forms, for one request.

    `may_change`: whether rows that are stored may be changed, and not only added or looked at.
    """
    form = guarded(formset.form, opened if may_change else None)
    return type(
        formset.__name__,
        (GuardedFormSet, formset),
        {"opened": opened if may_change else None, "form": form, "__module__": __name__},
    )
