"""Form fields for a day and an optional time."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class MomentField(forms.SplitDateTimeField):
    """A day and an optional time, which is the beginning of the day if it is left out."""

    widget = AdminSplitDateTime
    default_time = time.min
    note = _("Without a time it is 00:00, the beginning of the day.")

    def __init__(self, *, help_text: str = "", **kwargs: Any) -> None:
        words = format_lazy("{} {}", help_text, self.note) if help_text else self.note
        super().__init__(require_all_fields=False, help_text=words, **kwargs)
        self.fields[1].required = False

    def compress(self, data_list: Sequence[Any] | None) -> datetime | None:
        """Return day and time as one moment, or None without a day."""
        if not data_list:
            return None
        day, hour = data_list
        return super().compress((day, hour or self.default_time))


class LastMomentField(MomentField):
    """The same for the end of something: “until Friday” includes all of Friday."""

    default_time = time(23, 59)
    note = _("Without a time it is 23:59, the end of the day.")
