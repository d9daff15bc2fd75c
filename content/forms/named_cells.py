"""Forms that stand in a row of a table, where only the head of the column names a field."""

from typing import Any

from django import forms
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME

from content.forms.ordered_rows import OrderedFormSet


class NamedCellsForm(forms.ModelForm):
    """Names each field for people who do not see the table (WCAG 2.2, 1.3.1 and 4.1.2)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.label and not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", _name(field, self.instance))


class NamedCellsFormSet(forms.BaseInlineFormSet):
    """Names the boxes that delete a row, too."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if box := form.fields.get(DELETION_FIELD_NAME):
            box.widget.attrs["aria-label"] = _name(box, form.instance)


class OrderedNamedCellsFormSet(OrderedFormSet, NamedCellsFormSet):
    """Rows of a table that stand in an order."""


def _name(field: forms.Field, row: Model) -> str:
    """Return the label with the row, since several rows have the same field."""
    return f"{field.label} ({row})" if row.pk else str(field.label)
