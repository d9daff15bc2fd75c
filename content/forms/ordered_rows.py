"""Formsets of rows that stand in an order."""

from typing import Any

from django import forms
from django.db.models import Model


class OrderedFormSet(forms.BaseInlineFormSet):
    """Puts new rows behind the others, unless their position was given."""

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> Any:
        if "position" not in form.changed_data:
            form.instance.position = self._last_position() + 1
        return super().save_new(form, commit=commit)

    def _last_position(self) -> int:
        rows: list[Model] = [form.instance for form in self.forms]
        return max((getattr(row, "position", 0) or 0 for row in rows), default=0)
