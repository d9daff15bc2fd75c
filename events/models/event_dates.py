"""The columns that the dates of an event are computed from, and the computed occurrences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import is_one_of
from content.models.location import check_time_zone
from content.text.dates import long_date
from events.dates.occurrence import DateChange, Occurrence
from events.dates.recurrence import LAST_YEAR, check_recurrence
from events.dates.schedule import Schedule, by_start
from events.models.event_occurrence import EventOccurrence
from events.models.event_status import STATUSES_OFF, EventStatus

# Sums of dates beyond these leave the calendar.
MIN_MOMENT = datetime(1900, 1, 1, tzinfo=UTC)
MAX_MOMENT = datetime(LAST_YEAR, 12, 31, tzinfo=UTC)
IN_OUR_TIMES = [MinValueValidator(MIN_MOMENT), MaxValueValidator(MAX_MOMENT)]


class EventDates(models.Model):
    """When an event takes place: first date, time zone, rule and status.

    At any moment an event is in exactly one of three states: *past* once its last occurrence has
    ended, *now* if its current occurrence has begun, else *next*. So a running exhibition is on
    now, and a weekly evening is one entry in a list, not 52. The status changes nothing in this:
    what is cancelled or postponed keeps its date and says so.
    """

    status = models.CharField(
        _("status"), max_length=20, choices=EventStatus, default=EventStatus.SCHEDULED
    )
    starts_at = models.DateTimeField(_("starts"), db_index=True, validators=IN_OUR_TIMES)
    ends_at = models.DateTimeField(_("ends"), validators=IN_OUR_TIMES)
    is_all_day = models.BooleanField(
        _("whole days"),
        default=False,
        help_text=_("For exhibitions and festivals: only the days count, not the hours."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        validators=[check_time_zone],
        help_text=_("Where the event takes place, such as “Europe/London”."),
    )
    previous_starts_at = models.DateTimeField(
        _("was to start"),
        null=True,
        blank=True,
        help_text=_("For rescheduled events: the date as it was first announced."),
    )
    recurrence = models.CharField(
        _("repeats"), max_length=200, blank=True, validators=[check_recurrence]
    )
    last_ends_at = models.DateTimeField(
        null=True,
        editable=False,
        db_index=True,
        help_text="End of the last occurrence, None if it repeats for ever; see save().",
    )
    next_from = models.DateTimeField(
        null=True,
        editable=False,
        help_text="From then on, until it ends, the next two tell the occurrence of a series.",
    )
    next_starts_at = models.DateTimeField(null=True, editable=False)
    next_ends_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            is_one_of("status", EventStatus),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_in_our_times",
                condition=models.Q(starts_at__gte=MIN_MOMENT, ends_at__lte=MAX_MOMENT),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                violation_error_message=_("It has to end after it starts."),
            ),
        ]

    def clean(self) -> None:
        """Refuse a rule that does not begin on the first date.

        Raises:
            ValidationError: for the field `recurrence`.
        """
        super().clean()
        if not (self.recurrence and self.starts_at and self.ends_at and self.time_zone):
            return
        try:
            check_recurrence(self.recurrence)
            check_time_zone(self.time_zone)
        except ValidationError:
            return  # The field's own validator says so.
        schedule = self.schedule
        first_by_rule = next(schedule.starts(), None)
        if first_by_rule is None:
            raise ValidationError({"recurrence": _("By this rule there is not a single date.")})
        if first_by_rule != schedule.first_start:
            raise ValidationError(
                {
                    "recurrence": _(
                        "The first date does not fit this rule; the first one that does is "
                        "%(date)s. Change the start or the rule."
                    )
                    % {"date": long_date(first_by_rule)}
                }
            )

    def extend_to_midnights(self) -> None:
        """Let an event of whole days start and end at midnight on its own clock."""
        if self.is_all_day:
            schedule = self.schedule
            days = schedule.occurrence_at(schedule.first_start)
            self.starts_at, self.ends_at = days.starts_at, days.ends_at

    @property
    def zone(self) -> ZoneInfo:
        """Return the event's own time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def is_off(self) -> bool:
        """Return whether nothing takes place at the date it has."""
        return self.status in STATUSES_OFF

    @property
    def schedule(self) -> Schedule:
        """Return when it takes place by its own columns, without changes of single dates."""
        return Schedule(self.starts_at, self.ends_at, self.zone, self.is_all_day, self.recurrence)

    def date_changes(self) -> tuple[DateChange, ...]:
        """Return the stored changes of single dates: 1 query, unless prefetched."""
        raise NotImplementedError

    def changed_schedule(self) -> Schedule:
        """Return when it takes place, with changes: 1 query if it recurs, unless prefetched."""
        changes = self.date_changes() if self.recurrence and self.pk else ()
        return replace(self.schedule, changes=changes)

    def occurrences(self, since: datetime | None = None) -> Iterator[EventOccurrence[Self]]:
        """Yield the occurrences that end after the aware `since`, soonest first.

        Cancelled ones are among them. It never ends if the rule does not.
        """
        for occurrence in self.changed_schedule().occurrences(since):
            yield EventOccurrence.of(self, self.status, occurrence)

    def changed_occurrences(self) -> list[EventOccurrence[Self]]:
        """Return the occurrences that are cancelled or moved by themselves, soonest first."""
        changed = self.changed_schedule().changed_occurrences()
        return [EventOccurrence.of(self, self.status, occurrence) for occurrence in changed]

    def occurrence_of(self, day: date) -> EventOccurrence[Self] | None:
        """Return the occurrence that the rule has on `day`, also if it was moved; None if none.

        An event that takes place once has none.
        """
        occurrence = self.changed_schedule().occurrence_of(day)
        return EventOccurrence.of(self, self.status, occurrence) if occurrence else None

    def current_or_next(self, at: datetime) -> EventOccurrence[Self] | None:
        """Return the first occurrence that has not ended at `at`; None once the event is past.

        Single cancelled dates are passed over as long as another one follows.
        """
        first = None
        for occurrence in self.occurrences(at):
            if not occurrence.is_cancelled or self.status == EventStatus.CANCELLED:
                return occurrence
            first = first or occurrence
        return first

    def set_next(self, at: datetime) -> bool:
        """Set what is stored of the current or next occurrence; return whether it is another one.

        By these columns the database sorts events that recur, so that no rule is run of one that
        is not shown. One on a single date needs none of them.
        """
        before = self.next_starts_at, self.next_ends_at
        following = self.current_or_next(at) if self.recurrence else None
        self.next_from = at if following else None
        self.next_starts_at = following.starts_at if following else None
        self.next_ends_at = following.ends_at if following else None
        return (self.next_starts_at, self.next_ends_at) != before

    def stored_current_or_next(self, at: datetime) -> EventOccurrence[Self] | None:
        """Return the same as `current_or_next`, from the stored columns where they tell it."""
        begin, start, end = self.next_from, self.next_starts_at, self.next_ends_at
        # A changed date has a note, and the start that it had by the rule.
        has_changes = bool(self.changed_schedule().changes)
        if begin and start and end and begin <= at < end and not has_changes:
            return EventOccurrence.of(self, self.status, Occurrence(start, end, start, self.zone))
        return self.current_or_next(at)

    def last_occurrence(self) -> EventOccurrence[Self] | None:
        """Return the last occurrence, by `last_ends_at`; None if it repeats for ever."""
        if self.last_ends_at is None:
            return None
        return max(
            self.occurrences(self.last_ends_at - timedelta(microseconds=1)),
            key=by_start,
            default=None,
        )

    def main_occurrence(self, at: datetime) -> EventOccurrence[Self]:
        """Return the occurrence that stands for the event at `at`.

        That is the current or next one, or the last one once the event is past. It is the first
        one if `last_ends_at` is out of step, because the clocks there got new rules after `save()`.
        """
        return self.current_or_next(at) or self.last_occurrence() or next(self.occurrences())
