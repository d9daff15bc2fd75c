"""The forms of changes of single dates, on the event's own clock."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _

from events.dates.wall_clock import to_utc, to_wall_clock
from events.forms.clock_changes import WHICH_OF_TWO, ClockChangesForm
from events.forms.wall_clock_field import WallClockField
from events.models import Event, OccurrenceChange


class DateChangeForm(ClockChangesForm, forms.ModelForm):
    """One date of a recurring event that is cancelled or moved, on the event's own clock."""

    day = forms.DateField(
        label=_("date by the rule"),
        widget=AdminDateWidget,
        help_text=_("The day on which it would have taken place."),
    )
    starts_at = WallClockField(label=_("now starts"), required=False)
    ends_at = WallClockField(label=_("now ends"), required=False)

    starts_at_twice = forms.ChoiceField(label=_("now starts: which of the two"), **WHICH_OF_TWO)
    ends_at_twice = forms.ChoiceField(label=_("now ends: which of the two"), **WHICH_OF_TWO)

    class Meta:
        model = OccurrenceChange
        fields = ["is_cancelled", "starts_at", "ends_at", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        change: OccurrenceChange = self.instance
        if change.pk:
            zone = change.event.zone
            self.initial.update(
                day=to_wall_clock(change.original_starts_at, zone).date(),
                starts_at=to_wall_clock(change.starts_at, zone) if change.starts_at else None,
                ends_at=to_wall_clock(change.ends_at, zone) if change.ends_at else None,
            )
            self.show_which_of_two("starts_at", change.starts_at, zone)
            self.show_which_of_two("ends_at", change.ends_at, zone)

    def clean(self) -> dict[str, Any]:
        """Refuse days that the rule does not have; turn times on the event's clock into moments."""
        super().clean()
        cleaned = self.cleaned_data
        event: Event | None = cleaned.get("event")
        if self.errors or event is None or not event.time_zone or event.starts_at is None:
            return cleaned
        start = event.schedule.start_on(cleaned["day"]) if event.recurrence else None
        if start is None:
            self.add_error("day", _("By its rule the event does not take place on this day."))
            return cleaned
        self.instance.original_starts_at = to_utc(start, event.zone)
        for name in ("starts_at", "ends_at"):
            if cleaned.get(name) and (moment := self.moment_of(name, event.zone)):
                cleaned[name] = moment
        return cleaned


class DateChangeFormSet(forms.BaseInlineFormSet):
    """Each date of an event may be changed once."""

    def clean(self) -> None:
        """Refuse two changes of one day."""
        super().clean()
        days: set[date] = set()
        for form in self.forms:
            day = form.cleaned_data.get("day") if form.is_valid() else None
            if day is None or form.cleaned_data.get(DELETION_FIELD_NAME):
                continue
            if day in days:
                form.add_error("day", _("This date is there twice."))
            days.add(day)
