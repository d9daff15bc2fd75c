"""The admin's form of an event."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.forms.publishing import PublishingForm
from events.dates.recurrence import WEEKDAYS
from events.dates.schedule import Schedule
from events.forms.dates import DatesForm, initial_dates
from events.forms.rule_choices import choices_from
from events.forms.series_move import ALL, FOLLOWING, NEXT, SeriesMove
from events.forms.wall_clock_field import WallClockField
from events.models import Event, EventStatus


class EventAdminForm(DatesForm, PublishingForm):
    """Everything about an event; the admin adds the model's other fields."""

    previous_starts_at = WallClockField(
        label=_("was to start"),
        required=False,
        help_text=_("For rescheduled events. Filled in when you change the date."),
    )
    series_move = forms.ChoiceField(
        label=_("which dates are moved"),
        choices=[(key, key) for key in (NEXT, FOLLOWING, ALL)],
        required=False,
        widget=forms.HiddenInput,
    )
    # The next date of a series that alone is moved: start by the rule, new start, new end
    moved_date: tuple[datetime, datetime, datetime] | None = None
    # The model's own field in place of that of `DatesForm`: the admin makes it searchable.
    city = None  # type: ignore[assignment] # Django's way to drop a field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        event: Event = self.instance
        if event.pk:
            self.initial.update(initial_dates(event))
            if not (event.is_all_day or event.recurrence):
                self.show_which_of_two("starts_at", event.starts_at, event.zone)
                self.show_which_of_two("ends_at", event.ends_at, event.zone)

    def clean(self) -> dict[str, Any]:
        """Ask what is meant if the first date of a series is moved to another day."""
        cleaned, event = super().clean(), self.instance
        if not (event.pk and event.recurrence and cleaned.get("recurrence")):
            return cleaned
        if not (cleaned.get("starts_at") and cleaned.get("ends_at")):
            return cleaned
        after = Schedule(
            cleaned["starts_at"],
            cleaned["ends_at"],
            ZoneInfo(cleaned["time_zone"]),
            cleaned["is_all_day"],
            cleaned["recurrence"],
        )
        move = SeriesMove(event.schedule, after, timezone.now())
        if move.matters:
            self._move(move)
        return cleaned

    def _move(self, move: SeriesMove) -> None:
        event, cleaned, field = self.instance, self.cleaned_data, self.fields["series_move"]
        choices = move.choices()
        field.widget = forms.RadioSelect(choices=choices)
        answer = cleaned.get("series_move")
        if answer not in dict(choices):
            text = _("This is a date of a series. Say below which dates you mean.")
            self.add_error("starts_at", text)
            return
        if answer == NEXT:
            self.moved_date = move.moved_date()
            for name in ("starts_at", "ends_at", "time_zone", "is_all_day", "recurrence"):
                cleaned[name] = getattr(event, name)
            return
        if answer == FOLLOWING:
            cleaned["starts_at"], cleaned["ends_at"], cleaned["recurrence"] = move.from_next()
        if event.is_published and cleaned.get("status") == EventStatus.SCHEDULED:
            cleaned["status"] = EventStatus.RESCHEDULED
            cleaned["previous_starts_at"] = move.moved_date()[0]

    def _rule(self, cleaned: dict[str, Any], first: date) -> str:
        """Keep the rule as it was written if the choices still say the same.

        A series on the weekday of its first date goes with that date to another weekday.
        """
        if self.instance.pk and self.instance.recurrence:
            old_first = self.instance.schedule.first_start
            weekday = WEEKDAYS[old_first.weekday()]
            old = choices_from(self.instance.recurrence, old_first.date())
            if old.kind == "weekly" and [*old.days] == cleaned.get("repeats_days") == [weekday]:
                cleaned = cleaned | {"repeats_days": []}
        rule, kept = super()._rule(cleaned, first), self.instance.recurrence
        return kept if choices_from(kept, first) == choices_from(rule, first) else rule

    def add_error(self, field: str | None, error: Any) -> None:
        """Show what the model says about the rule beside the choice of how it repeats."""
        if field is None and "recurrence" in getattr(error, "error_dict", {}):
            error.error_dict["repeats"] = error.error_dict.pop("recurrence")
        super().add_error(field, error)
