"""Moments that officers give as a day, and as a time only if it matters."""

from datetime import date, datetime, time

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class MomentField(forms.SplitDateTimeField):
    """A day and perhaps a time; without one the day counts from its beginning."""

    widget = AdminSplitDateTime
    time_unless_given = time.min
    note = _("Without a time it is 00:00, the beginning of the day.")

    def __init__(self, *, help_text: str = "", **kwargs) -> None:
        words = format_lazy("{} {}", help_text, self.note) if help_text else self.note
        super().__init__(require_all_fields=False, help_text=words, **kwargs)
        self.fields[1].required = False

    def compress(self, data_list: list[date | time | None]) -> datetime | None:
        """Put day and time together; nothing at all is no moment."""
        if not data_list:
            return None
        day, hour = data_list
        return super().compress([day, hour or self.time_unless_given])


class LastMomentField(MomentField):
    """The same for the end of something: whoever says “until Friday” means all of Friday."""

    time_unless_given = time(23, 59)
    note = _("Without a time it is 23:59, the end of the day.")
