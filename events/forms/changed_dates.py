"""The form of the page on which dates of one event are cancelled, moved or taken up again."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from events.date_text import date_text
from events.dates.occurrence import DateChange
from events.dates.wall_clock import to_utc
from events.forms.clock_changes import WHICH_OF_TWO, ClockChangesForm
from events.forms.wall_clock_field import WallClockField
from events.models import Event, EventOccurrence, EventStatus, OccurrenceChange


class Deed(StrEnum):
    """What is done with the dates that are ticked, by the button that was pressed."""

    CANCEL = "cancel"
    POSTPONE = "postpone"
    MOVE = "move"
    FOLLOWING = "following"
    RESTORE = "restore"
    PREVIEW = "preview"


ONE_DATE = {Deed.MOVE, Deed.FOLLOWING}
# Of an event that takes place once
STATUS_OF = {
    Deed.CANCEL: EventStatus.CANCELLED,
    Deed.POSTPONE: EventStatus.POSTPONED,
    Deed.RESTORE: EventStatus.SCHEDULED,
}


class ChangedDatesForm(ClockChangesForm):
    """Ticked dates of an event, and what becomes of them. The cleaned data hold aware moments."""

    days = forms.MultipleChoiceField(
        label=_("dates"), required=False, widget=forms.CheckboxSelectMultiple
    )
    starts_at = WallClockField(label=_("new day and time"), required=False)
    starts_at_twice = forms.ChoiceField(label=_("starts: which of the two"), **WHICH_OF_TWO)
    ends_at = WallClockField(
        label=_("new end"), required=False, help_text=_("Empty: it takes as long as usual.")
    )
    ends_at_twice = forms.ChoiceField(label=_("ends: which of the two"), **WHICH_OF_TWO)
    tells_groups = forms.BooleanField(label=_("Write to the groups"), required=False)
    sequence = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any, *, event: Event, shown: Iterable[EventOccurrence[Event]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.event = event
        self.fields["note"] = OccurrenceChange._meta.get_field("note").formfield()
        self.order_fields(["days", "note"])
        days = cast(forms.MultipleChoiceField, self.fields["days"])
        days.choices = [(f"{one.day_by_rule}", date_text(one)) for one in shown]
        self.initial["sequence"] = event.sequence

    @property
    def deed(self) -> str:
        """Return the button that was pressed, or what its preview would be of."""
        pressed = self.data.get("do", "")
        if pressed != Deed.PREVIEW:
            return pressed
        return Deed.MOVE if self.cleaned_data.get("starts_at") else Deed.CANCEL

    @property
    def ticked_days(self) -> list[date]:
        """Return the days that the ticked dates have by the rule."""
        if not self.event.recurrence:
            return [self.event.schedule.first_start.date()]
        return [date.fromisoformat(day) for day in self.cleaned_data.get("days", [])]

    @property
    def original_starts(self) -> list[datetime]:
        """Return the aware starts by the rule of the dates that are ticked."""
        schedule, zone = self.event.schedule, self.event.zone
        starts = (schedule.start_on(day) for day in self.ticked_days)
        return [to_utc(start, zone) for start in starts if start]

    def clean(self) -> dict[str, Any]:
        """Refuse what is not clear; turn times on the event's own clock into moments."""
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("sequence") not in (None, self.event.sequence):
            self.add_conflict(self.event.sequence)
        if self.deed not in set(Deed):
            self.add_error(None, _("Press one of the buttons."))
        elif "days" not in self.errors:
            self._check_days()
        if self.deed in ONE_DATE and not self.errors:
            self._to_moments()
        return cleaned

    def add_conflict(self, sequence: int) -> None:
        """Say that somebody else was faster; `sequence` is what the event has now."""
        data = cast(QueryDict, self.data).copy()
        data["sequence"] = str(sequence)
        self.data = data
        text = _(
            "Somebody has changed this event since you opened this page. The dates below are "
            "those of now: look at them, and press the button again."
        )
        self.add_error(None, text)

    def _check_days(self) -> None:
        if not self.ticked_days:
            self.add_error("days", _("Tick the dates that you mean."))
        elif self.deed in ONE_DATE and len(self.ticked_days) > 1:
            self.add_error("days", _("Only one date can be moved at a time. Tick that one alone."))
        if (
            self.deed in ONE_DATE
            and "starts_at" not in self.errors
            and not self.cleaned_data["starts_at"]
        ):
            self.add_error("starts_at", _("Give the new day and time."))

    def _to_moments(self) -> None:
        cleaned, event, zone = self.cleaned_data, self.event, self.event.zone
        if event.is_all_day:
            first = datetime.combine(cleaned["starts_at"], time.min)
            cleaned["starts_at"] = to_utc(first, zone)
            if cleaned.get("ends_at"):
                after = datetime.combine(cleaned["ends_at"], time.min) + timedelta(days=1)
                cleaned["ends_at"] = to_utc(after, zone)
        else:
            first = cleaned["starts_at"]
            for name in ("starts_at", "ends_at"):
                if cleaned.get(name):
                    cleaned[name] = self.moment_of(name, zone)
        if not self.errors:
            cleaned["ends_at"] = cleaned.get("ends_at") or event.schedule.length.end(first, zone)
            if cleaned["ends_at"] <= cleaned["starts_at"]:
                self.add_error("ends_at", _("It has to end after it starts."))

    def planned(self) -> list[EventOccurrence[Event]]:
        """Return the ticked dates as they will be; nothing is saved."""
        if not self.event.recurrence:
            return [self._planned_once()]
        note = self.cleaned_data.get("note") or ""
        changed = {change.day: change for change in self.event.date_changes()}
        for day in self.ticked_days:
            changed.pop(day, None)
            if self.deed == Deed.CANCEL:
                changed[day] = DateChange(day, note=note)
            elif self.deed == Deed.MOVE:
                moment = self.cleaned_data["starts_at"], self.cleaned_data["ends_at"]
                changed[day] = DateChange(day, *moment, note)
        schedule = replace(self.event.schedule, changes=tuple(changed.values()))
        found = (schedule.occurrence_of(day) for day in self.ticked_days)
        return [EventOccurrence.of(self.event, self.event.status, one) for one in found if one]

    def _planned_once(self) -> EventOccurrence[Event]:
        event = copy(self.event)
        event.status_note = self.cleaned_data.get("note") or ""
        schedule, status = event.schedule, STATUS_OF.get(Deed(self.deed), event.status)
        if self.deed == Deed.MOVE:
            start, end = self.cleaned_data["starts_at"], self.cleaned_data["ends_at"]
            schedule = replace(schedule, starts_at=start, ends_at=end)
            status = EventStatus.RESCHEDULED if event.is_published else status
        return EventOccurrence.of(event, status, next(schedule.occurrences()))
