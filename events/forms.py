"""Forms of officers for events: times on the event's own clock, repetition in plain words."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.forms.slugs import SluggedForm
from content.models import Council
from content.models.located import check_time_zone
from events.dates.occurrence import last_day, moment, wall_clock
from events.dates.recurrence import LAST_YEAR, MAX_OCCURRENCES, WEEKDAYS, check_recurrence
from events.dates.rule_choices import CHOICES, NEVER, OTHER, Repeats, compose, decompose
from events.dates.schedule import start_on
from events.models import Event, OccurrenceChange

FIRST_YEAR = 1900
WEEKDAY_NAMES = [
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
    _("Sunday"),
]  # fmt: skip


class WallClockField(forms.SplitDateTimeField):
    """A day and a time as the clocks show them where the event is: naive. No time: midnight."""

    widget = AdminSplitDateTime

    def __init__(self, **kwargs) -> None:
        super().__init__(require_all_fields=False, **kwargs)
        self.fields[1].required = False

    def compress(self, data_list: list) -> datetime | None:
        """Put day and time together.

        Raises:
            ValidationError: if the day is missing, or in no time of ours.
        """
        day, hour = [*data_list, None, None][:2]
        if not day:
            if hour:
                raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
            return None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
        return datetime.combine(day, hour or time.min)


class DatesForm(forms.Form):
    """When an event takes place. `clean()` leaves aware moments and the rule behind."""

    starts_at = WallClockField(label=_("starts"))
    ends_at = WallClockField(
        label=_("ends"), help_text=_("For whole days the last day; leave the time empty.")
    )
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
    repeats = forms.ChoiceField(label=_("repeats"), choices=CHOICES, required=False)
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

    def clean(self) -> dict:
        cleaned = super().clean()
        if not cleaned.get("is_all_day"):
            self._ask_for_hours()
        elif {"starts_at", "ends_at"} <= cleaned.keys():
            cleaned["starts_at"] = datetime.combine(cleaned["starts_at"], time.min)
            # Kept is the first moment after the last day.
            after = cleaned["ends_at"] + timedelta(days=1)
            cleaned["ends_at"] = datetime.combine(after, time.min)
        zone = self._zone(cleaned)
        if "starts_at" in cleaned:
            cleaned["recurrence"] = self._rule(cleaned, cleaned["starts_at"].date())
        for name, field in self.fields.items():
            if isinstance(field, WallClockField) and cleaned.get(name):
                cleaned[name] = moment(cleaned[name], zone)
        return cleaned

    def _ask_for_hours(self) -> None:
        for name in ("starts_at", "ends_at"):
            if name not in self.errors and not self[name].data[1]:
                self.add_error(name, _("Give the time, or tick “whole days”."))

    def _zone(self, cleaned: dict) -> ZoneInfo:
        """The time zone given, or that of the place."""
        if "time_zone" in self.errors:
            return ZoneInfo("UTC")
        place = cleaned.get("city") or Council.current()
        cleaned["time_zone"] = cleaned.get("time_zone") or (
            place.time_zone if place else settings.TIME_ZONE
        )
        return ZoneInfo(cleaned["time_zone"])

    def _rule(self, cleaned: dict, first: date) -> str:
        repeats = Repeats(
            kind=cleaned.get("repeats") or NEVER,
            every=cleaned.get("repeats_every") or 1,
            days=tuple(cleaned.get("repeats_days") or ()),
            last_day=cleaned.get("repeats_until"),
            times=cleaned.get("repeats_times"),
            rule=cleaned.get("recurrence") or "",
        )
        if repeats.last_day and repeats.times:
            self.add_error("repeats_times", _("Give either a last day or how many times."))
        if repeats.last_day and repeats.last_day < first:
            self.add_error("repeats_until", _("This is before the first date."))
        rule = compose(repeats, first)
        if repeats.kind == OTHER:
            try:
                check_recurrence(rule)
            except ValidationError as error:
                self.add_error("recurrence", error)
        return rule


class EventAdminForm(DatesForm, SluggedForm):
    """Everything about an event; the admin adds the model's other fields."""

    previous_starts_at = WallClockField(
        label=_("was to start"),
        required=False,
        help_text=_("For rescheduled events. Filled in when you change the date."),
    )
    # The model's own field, which the admin makes searchable
    city = None

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        event: Event = self.instance
        if event.pk:
            self.initial |= initial_dates(event)

    def _rule(self, cleaned: dict, first: date) -> str:
        """Keep the rule as it was written if the choices still say the same."""
        rule, kept = super()._rule(cleaned, first), self.instance.recurrence
        return kept if decompose(kept, first) == decompose(rule, first) else rule

    def add_error(self, field: str | None, error: ValidationError) -> None:
        """What the model says about the rule stands beside the choice."""
        if field is None and "recurrence" in getattr(error, "error_dict", {}):
            error.error_dict["repeats"] = error.error_dict.pop("recurrence")
        super().add_error(field, error)


def initial_dates(event: Event) -> dict:
    """What `DatesForm` shows of an event that is stored."""
    zone = event.zone
    first = wall_clock(event.starts_at, zone)
    end = wall_clock(event.ends_at, zone)
    repeats = decompose(event.recurrence, first.date())
    was = event.previous_starts_at
    return {
        "starts_at": first,
        "ends_at": datetime.combine(last_day(event.ends_at, zone), time.min)
        if event.is_all_day
        else end,
        "previous_starts_at": wall_clock(was, zone) if was else None,
        "repeats": repeats.kind,
        "repeats_every": repeats.every,
        "repeats_days": list(repeats.days),
        "repeats_until": repeats.last_day,
        "repeats_times": repeats.times,
        "recurrence": repeats.rule,
    }


class ChangeForm(forms.ModelForm):
    """One date of a recurring event that is cancelled or moved, on the event's own clock."""

    day = forms.DateField(
        label=_("date by the rule"),
        widget=AdminDateWidget,
        help_text=_("The day on which it would have taken place."),
    )
    starts_at = WallClockField(label=_("now starts"), required=False)
    ends_at = WallClockField(label=_("now ends"), required=False)

    class Meta:
        model = OccurrenceChange
        fields = ["is_cancelled", "starts_at", "ends_at", "note"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        change: OccurrenceChange = self.instance
        if change.pk:
            zone = change.event.zone
            self.initial |= {
                "day": wall_clock(change.original_starts_at, zone).date(),
                "starts_at": wall_clock(change.starts_at, zone) if change.starts_at else None,
                "ends_at": wall_clock(change.ends_at, zone) if change.ends_at else None,
            }

    def clean(self) -> dict:
        cleaned = super().clean()
        event: Event | None = cleaned.get("event")
        if self.errors or event is None or not event.time_zone or event.starts_at is None:
            return cleaned
        start = start_on(event, cleaned["day"]) if event.recurrence else None
        if start is None:
            self.add_error("day", _("By its rule the event does not take place on this day."))
            return cleaned
        self.instance.original_starts_at = moment(start, event.zone)
        for name in ("starts_at", "ends_at"):
            value = cleaned.get(name)
            cleaned[name] = moment(value, event.zone) if value else None
        return cleaned


class ChangeFormSet(forms.BaseInlineFormSet):
    """Each date of an event may be changed once."""

    def clean(self) -> None:
        super().clean()
        days = set()
        for form in self.forms:
            day = form.cleaned_data.get("day") if form.is_valid() else None
            if day is None or self._should_delete_form(form):
                continue
            if day in days:
                form.add_error("day", _("This date is there twice."))
            days.add(day)
