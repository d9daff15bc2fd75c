"""The form of the dates of an event: times on its own clock, repetition in plain words."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import Council
from content.models.location import check_time_zone
from events.dates.recurrence import MAX_OCCURRENCES, WEEKDAYS, check_recurrence
from events.dates.wall_clock import last_day, to_utc, to_wall_clock
from events.forms.clock_changes import WHICH_OF_TWO, ClockChangesForm
from events.forms.rule_choices import KINDS, NEVER, OTHER, RuleChoices, choices_from, rule_from
from events.forms.wall_clock_field import WallClockField
from events.models import Event

WEEKDAY_NAMES = [
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
    _("Sunday"),
]  # fmt: skip


class DatesForm(ClockChangesForm):
    """When an event takes place. The cleaned data hold aware moments and the rule."""

    starts_at = WallClockField(label=_("starts"))
    ends_at = WallClockField(
        label=_("ends"), help_text=_("For whole days the last day; leave the time empty.")
    )
    starts_at_twice = forms.ChoiceField(label=_("starts: which of the two"), **WHICH_OF_TWO)
    ends_at_twice = forms.ChoiceField(label=_("ends: which of the two"), **WHICH_OF_TWO)
    is_all_day = forms.BooleanField(
        label=_("whole days"),
        required=False,
        help_text=_("For exhibitions and festivals: only the days count, not the hours."),
    )
    time_zone = forms.CharField(
        label=_("time zone"),
        required=False,
        max_length=50,
        validators=[check_time_zone],
        help_text=_(
            "The times above are those of this zone, such as “Europe/Berlin”. Leave it empty, "
            "and it is that of the city where the event takes place."
        ),
    )
    repeats = forms.ChoiceField(label=_("repeats"), choices=KINDS, required=False)
    repeats_every = forms.IntegerField(
        label=_("every how many"),
        min_value=1,
        max_value=99,
        initial=1,
        required=False,
        help_text=_("2 for every second week, month or year."),
    )
    repeats_days = forms.MultipleChoiceField(
        label=_("on these days"),
        choices=list(zip(WEEKDAYS, WEEKDAY_NAMES, strict=True)),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("For “every week”. None: on the weekday of the first date."),
    )
    repeats_until = forms.DateField(
        label=_("until"),
        required=False,
        widget=AdminDateWidget,
        help_text=_("The last day on which it may take place. Empty: for ever."),
    )
    repeats_times = forms.IntegerField(
        label=_("or how many times"), min_value=1, max_value=MAX_OCCURRENCES, required=False
    )
    recurrence = forms.CharField(
        label=_("rule"),
        required=False,
        max_length=200,
        help_text=_("Only for “by the rule written below”: an RRULE as in RFC 5545."),
    )
    city = forms.ModelChoiceField(City.objects.all(), required=False)

    def clean(self) -> dict[str, Any]:
        """Turn the times on the clock of the place into moments, and the choices into a rule."""
        super().clean()
        cleaned = self.cleaned_data
        if not cleaned.get("is_all_day"):
            self._ask_for_hours()
        elif {"starts_at", "ends_at"} <= cleaned.keys():
            cleaned["starts_at"] = datetime.combine(cleaned["starts_at"], time.min)
            # An end is stored as the first moment after it.
            after = cleaned["ends_at"] + timedelta(days=1)
            cleaned["ends_at"] = datetime.combine(after, time.min)
        zone = self._zone(cleaned)
        if "starts_at" in cleaned:
            cleaned["recurrence"] = self._rule(cleaned, cleaned["starts_at"].date())
        self._to_moments(zone)
        return cleaned

    def _to_moments(self, zone: ZoneInfo) -> None:
        cleaned = self.cleaned_data
        # Of a series each date is the earlier one (RFC 5545, 3.3.5).
        asks = not cleaned.get("recurrence")
        for name, field in self.fields.items():
            if not isinstance(field, WallClockField) or not cleaned.get(name):
                continue
            if cleaned.get("is_all_day"):
                # Where clocks go forward at midnight, the day begins later.
                cleaned[name] = to_utc(cleaned[name], zone)
            elif moment := self.moment_of(name, zone, asks=asks and f"{name}_twice" in self.fields):
                cleaned[name] = moment
        if "starts_at" not in cleaned:
            # The model would judge a new rule by the old start.
            cleaned.pop("recurrence", None)

    def _ask_for_hours(self) -> None:
        for name in ("starts_at", "ends_at"):
            if name not in self.errors and not self[name].data[1]:
                self.add_error(name, _("Give the time, or tick “whole days”."))

    def _zone(self, cleaned: dict[str, Any]) -> ZoneInfo:
        """Return the time zone given, or that of the place."""
        if "time_zone" in self.errors:
            return ZoneInfo("UTC")
        place = cleaned.get("city") or Council.current()
        cleaned["time_zone"] = cleaned.get("time_zone") or (
            place.time_zone if place else settings.TIME_ZONE
        )
        return ZoneInfo(cleaned["time_zone"])

    def _rule(self, cleaned: dict[str, Any], first: date) -> str:
        choices = RuleChoices(
            kind=cleaned.get("repeats") or NEVER,
            every=cleaned.get("repeats_every") or 1,
            days=tuple(cleaned.get("repeats_days") or ()),
            last_day=cleaned.get("repeats_until"),
            times=cleaned.get("repeats_times"),
            rule=cleaned.get("recurrence") or "",
        )
        if choices.last_day and choices.times:
            self.add_error("repeats_times", _("Give either a last day or how many times."))
        if choices.last_day and choices.last_day < first:
            self.add_error("repeats_until", _("This is before the first date."))
        rule = rule_from(choices, first)
        if choices.kind == OTHER:
            try:
                check_recurrence(rule)
            except ValidationError as error:
                self.add_error("recurrence", error)
        return rule


def initial_dates(event: Event) -> dict[str, Any]:
    """Return what `DatesForm` shows of an event that is stored."""
    zone = event.zone
    first = to_wall_clock(event.starts_at, zone)
    end = to_wall_clock(event.ends_at, zone)
    choices = choices_from(event.recurrence, first.date())
    previous = event.previous_starts_at
    return {
        "starts_at": first,
        "ends_at": datetime.combine(last_day(event.ends_at, zone), time.min)
        if event.is_all_day
        else end,
        "previous_starts_at": to_wall_clock(previous, zone) if previous else None,
        "repeats": choices.kind,
        "repeats_every": choices.every,
        "repeats_days": list(choices.days),
        "repeats_until": choices.last_day,
        "repeats_times": choices.times,
        "recurrence": choices.rule,
    }
