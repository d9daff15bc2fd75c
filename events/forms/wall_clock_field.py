"""A field for a day and a time on the event's own clock."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError

from events.dates.recurrence import LAST_YEAR

MIN_YEAR = 1900


class WallClockField(forms.SplitDateTimeField):
    """A naive day and time as clocks show them at the place; midnight if there is no time."""

    widget = AdminSplitDateTime

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(require_all_fields=False, **kwargs)
        self.fields[1].required = False

    def compress(self, data_list: Sequence[Any] | None) -> datetime | None:
        """Return day and time as one.

        Raises:
            ValidationError: if the day is missing or its year is out of bounds.
        """
        day, hour = data_list or (None, None)
        if not day:
            if hour:
                raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
            return None
        if not MIN_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
        return datetime.combine(day, hour or time.min)
