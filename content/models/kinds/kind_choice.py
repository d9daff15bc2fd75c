"""The choice of a kind that a council sets."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.text import capfirst


class KindChoiceField(forms.TypedChoiceField):
    """A choice among the kinds that are offered, and the one that a row has already."""

    def __init__(self, *, rows: Callable[[], Iterable[Any]], **kwargs: Any) -> None:
        """Take a function that returns the kinds, in order."""
        self.rows = rows
        super().__init__(choices=lambda: _choices(rows()), **kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundField:
        """Leave out what nobody is to choose any more."""
        kept = form.get_initial_for_field(self, field_name)
        self.choices = _choices(row for row in self.rows() if row.is_offered or row.pk == kept)
        return super().get_bound_field(form, field_name)


def _choices(rows: Iterable[Any]) -> list[tuple[str, str]]:
    return [(row.pk, capfirst(str(row))) for row in rows]
