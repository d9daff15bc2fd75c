"""Admin forms that warn before they overwrite what a colleague has saved meanwhile."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _


class ConcurrentEditForm(forms.ModelForm):
    """Replaces what a colleague has saved meanwhile only if the officer saves again.

    The template has to render the hidden field.
    """

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.updated_at.isoformat()

    def clean(self) -> dict:
        """Refuse once, with everything that was typed.

        Raises:
            ValidationError: above the form.
        """
        super().clean()
        cleaned = self.cleaned_data
        seen, stored = cleaned.get("version"), self.initial.get("version")
        if seen and stored and seen != stored:
            data = QueryDict(mutable=True)
            data.update(self.data)
            data[self.add_prefix("version")] = stored
            self.data = data
            raise forms.ValidationError(
                _(
                    "Somebody has saved this since you opened it. What you typed is still here. "
                    "Look at the page in another window, add what is missing, and save again."
                )
            )
        return cleaned
