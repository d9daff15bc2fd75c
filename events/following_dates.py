"""A series whose dates are held at another time from one of them on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import takewhile
from uuid import uuid4

from django.db import transaction

from events.dates.occurrence import DateChange
from events.dates.recurrence import WEEKDAYS, join_rule, split_rule
from events.dates.schedule import Schedule
from events.dates.wall_clock import to_utc, to_wall_clock
from events.forms.rule_choices import OTHER, choices_from, rule_from
from events.models import Event, EventPhoto, EventStatus, OccurrenceChange

MAX_STEM = 40


@dataclass(frozen=True)
class FollowingDates:
    """What becomes of a series.

    Attributes:
        before: the series as it is, with changes of single dates.
        day: the first day by its rule that is held at another time.
        starts_at, ends_at: the new time of that date, aware.
        now: the moment from which dates are still to come, aware.
    """

    before: Schedule
    day: date
    starts_at: datetime
    ends_at: datetime
    now: datetime

    @cached_property
    def after(self) -> Schedule:
        """Return the series that begins with that date."""
        series = replace(
            self.before, starts_at=self.starts_at, ends_at=self.ends_at, rule=self._rule, changes=()
        )
        changes = (replace(change, day=start.date()) for change, start in self._kept(series))
        return replace(series, changes=tuple(changes))

    @property
    def leaves_dates(self) -> bool:
        """Return whether dates to come stay as they are, so that there are two series."""
        since = max(to_wall_clock(self.now, self.before.zone), self.before.first_start)
        following = next(self.before.starts(since), None)
        return following is not None and following.date() < self.day

    @property
    def rule_of_earlier_dates(self) -> str:
        """Return the rule by which the dates before `day` are the last ones."""
        parts = split_rule(self.before.rule)
        parts.pop("COUNT", None)
        parts["UNTIL"] = f"{self.day - timedelta(days=1):%Y%m%d}"
        return join_rule(parts)

    @property
    def _rule(self) -> str:
        first = self.before.first_start.date()
        begin = to_wall_clock(self.starts_at, self.before.zone).date()
        choices = choices_from(self.before.rule, first)
        if choices.kind == OTHER:
            parts = split_rule(self.before.rule)
            if "COUNT" in parts:
                parts["COUNT"] = str(int(parts["COUNT"]) - self._passed)
            return join_rule(parts)
        old, new = WEEKDAYS[self.day.weekday()], WEEKDAYS[begin.weekday()]
        return rule_from(
            replace(
                choices,
                days=tuple(new if name == old else name for name in choices.days),
                times=choices.times and choices.times - self._passed,
            ),
            begin,
        )

    @property
    def _passed(self) -> int:
        """Return how many dates there are before `day`."""
        return sum(1 for _ in takewhile(lambda one: one.date() < self.day, self.before.starts()))

    def _kept(self, series: Schedule) -> Iterator[tuple[DateChange, datetime]]:
        """Yield changes of later dates with the start that their date has in the new series."""
        later = {change.day: change for change in self.before.changes if change.day > self.day}
        begin = max(datetime.combine(self.day, time.min), self.before.first_start)
        if later:
            for old, new in zip(self.before.starts(begin), series.starts(), strict=False):
                if old.date() > max(later):
                    return
                if change := later.get(old.date()):
                    yield change, new


@transaction.atomic
def change_following(event: Event, plan: FollowingDates) -> Event:
    """Hold the dates from `plan.day` on at another time; return the event that has them.

    It is the same event if none of its dates to come stays as it is. If some do, a copy of the
    event goes on from that date, because one event has one rule.

    Raises:
        ValidationError: if the new date does not fit the rule.
    """
    event = Event._base_manager.select_for_update().get(pk=event.pk)
    after = plan.after
    later = event if not plan.leaves_dates else _copy(event, after.first_start)
    later.starts_at, later.ends_at, later.recurrence = after.starts_at, after.ends_at, after.rule
    later.clean()
    if later.is_published and later.status == EventStatus.SCHEDULED:
        later.status = EventStatus.RESCHEDULED
        old = plan.before.start_on(plan.day)
        later.previous_starts_at = to_utc(old, event.zone) if old else None
    if later is not event:
        OccurrenceChange.objects.filter(
            event=event, original_starts_at__gte=_midnight(plan.day, event)
        ).delete()
        event.recurrence = plan.rule_of_earlier_dates
        event.save()
    else:
        event.changes.all().delete()
    _save_with_changes(later, after, copied_from=event if later is not event else None)
    return later


def _midnight(day: date, event: Event) -> datetime:
    return to_utc(datetime.combine(day, time.min), event.zone)


def _copy(event: Event, begin: datetime) -> Event:
    """Return an event that is not stored yet, with the words and the state of `event`."""
    copy = Event._base_manager.get(pk=event.pk)
    copy.pk, copy.uid, copy.sequence = None, uuid4(), 0
    copy._state.adding = True
    stem = f"{event.slug[:MAX_STEM].strip('-')}-{begin:%Y-%m}"
    taken = set(Event._base_manager.filter(slug__startswith=stem).values_list("slug", flat=True))
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    copy.slug = next(name for name in names if name not in taken)
    return copy


def _save_with_changes(event: Event, schedule: Schedule, copied_from: Event | None) -> None:
    event.save()
    if copied_from is not None:
        for name in ("cities", "documents", "groups", "themes", "videos"):
            getattr(event, name).set(getattr(copied_from, name).all())
        for photo in copied_from.photos.all():
            EventPhoto.objects.create(event=event, picture=photo.picture, position=photo.position)
    for change in schedule.changes:
        start = schedule.start_on(change.day)
        if start is not None:
            OccurrenceChange.objects.create(
                event=event,
                original_starts_at=to_utc(start, event.zone),
                is_cancelled=change.is_cancelled,
                starts_at=change.starts_at,
                ends_at=change.ends_at,
                note=change.note,
            )
    if schedule.changes:
        # They may make it end later.
        event.save()
