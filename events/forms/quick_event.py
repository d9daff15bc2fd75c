"""The short form of a new event: what nearly every event needs, on one day."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTimeWidget
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.forms.dates import DatesForm
from events.forms.event import EventAdminForm

USUAL_LENGTH = timedelta(hours=2)
# Names of fields that the form has, but does not show
NOT_SHOWN = ("slug", "time_zone", "recurrence")


class QuickDatesForm(DatesForm):
    """When an event takes place: a day, from when until when, and how it repeats."""

    ends_time = forms.TimeField(
        label=_("ends"),
        required=False,
        widget=AdminTimeWidget,
        help_text=_("Empty: two hours later."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_at"].required = False

    def clean(self) -> dict[str, Any]:
        """Put the end on the day of the start, or in the night after it."""
        start: datetime | None = self.cleaned_data.get("starts_at")
        if start:
            self.cleaned_data["ends_at"] = end_of(start, self.cleaned_data.get("ends_time"))
        return super().clean()

    def _ask_for_hours(self) -> None:
        if "starts_at" not in self.errors and not self["starts_at"].data[1]:
            self.add_error("starts_at", _("Give the time. For whole days press “More…”."))


def end_of(start: datetime, hour: Any) -> datetime:
    """Return when it ends if it starts at `start` and ends at the clock time `hour`, or None."""
    if hour is None:
        return start + USUAL_LENGTH
    end = datetime.combine(start, hour)
    return end if end > start else end + timedelta(days=1)


class QuickEventForm(QuickDatesForm, EventAdminForm):
    """The short form in the admin. What it does not show is said above it."""

    def add_error(self, field: str | None, error: Any) -> None:
        if field in (*NOT_SHOWN, "ends_at"):
            label = capfirst(str(self.fields[field].label))
            field, error = None, f"{label}: {' '.join(_messages(error))}"
        super().add_error(field, error)


def _messages(error: Any) -> list[str]:
    return list(getattr(error, "messages", [str(error)]))


def as_full_form(data: QueryDict) -> QueryDict:
    """Return what was typed into the short form as the fields of the full one."""
    full = data.copy()
    for name in ("ends_time", "_more"):
        full.pop(name, None)
    start = EventAdminForm.base_fields["starts_at"]
    hour = forms.TimeField(required=False)
    try:
        begin = start.clean([data.get("starts_at_0"), data.get("starts_at_1")])
        end = end_of(begin, hour.clean(data.get("ends_time")))
    except forms.ValidationError:
        return full
    shown = start.widget.decompress(end)
    for number, (widget, value) in enumerate(zip(start.widget.widgets, shown, strict=True)):
        full[f"ends_at_{number}"] = widget.format_value(value) or ""
    return full
