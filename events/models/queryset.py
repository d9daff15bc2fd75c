"""Events by time: past, on now, or next.

Other apps reach these through the reverse manager and import nothing from here::

    agenda = city.events.model.objects.city_agenda(city, limit=5)
    agenda.now, agenda.next                                # lists of EventOccurrence
    city.events.published().past()[:5].last_occurrences()
    city.events.published().occurrences_between(since, until)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Any, NamedTuple, Self, TypeVar

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models import Count, DateTimeField, ExpressionWrapper, F, Q
from django.db.models.fields.related_descriptors import ManyToManyDescriptor
from django.db.models.functions import ExtractYear
from django.utils import timezone

from cities.models import City
from content.models import PublishableQuerySet, Theme
from content.models.remembering.remembered import remembered, remembered_rows
from events.models.event_dates import EventDates
from events.models.event_occurrence import EventOccurrence
from events.models.now_and_next import Agenda
from events.models.timetable import Timetable
from links.models import LinkGroup

# The model, and what a row of it is read as
DatedT = TypeVar("DatedT", bound=EventDates)

by_start = attrgetter("starts_at", "event.pk")
BEGIN = datetime.min.replace(tzinfo=UTC)


class UpcomingCounts(NamedTuple):
    """Numbers of upcoming events: those on a single date, and those that recur."""

    single: int
    recurring: int


class EventQuerySet(PublishableQuerySet[DatedT, DatedT]):
    """An event is upcoming until its last occurrence has ended; from then on it is past."""

    def written_by(self, user: AbstractUser | AnonymousUser) -> Self:
        """Keep events of which one group is written for by the user."""
        return self.filter(groups__in=LinkGroup.objects.written_by(user)).distinct()

    def upcoming(self, at: datetime | None = None) -> Self:
        """Keep events that are on now or still to come, soonest first.

        They are sorted by their first date; `agenda()` sorts by the current or next one.
        """
        at = at or timezone.now()
        return self.filter(Q(last_ends_at=None) | Q(last_ends_at__gt=at)).order_by(
            "starts_at", "pk"
        )

    def past(self, at: datetime | None = None) -> Self:
        """Keep events that are over, latest first."""
        at = at or timezone.now()
        return self.filter(last_ends_at__lte=at).order_by("-last_ends_at", "-pk")

    def with_changes(self) -> Self:
        """Prefetch the changes of single dates, from which occurrences are computed."""
        return self.prefetch_related("changes")

    def as_cards(self) -> list[DatedT]:
        """Return what a card shows, and what its date is computed from: up to 3 queries.

        Requests share these rows: do not change them.
        """
        return self._cards_of(self.values_list("pk", flat=True))

    def _cards_of(self, keys: Iterable[int]) -> list[DatedT]:
        return remembered_rows(self.model, keys, EventQuerySet._read_cards)

    def _read_cards(self) -> list[DatedT]:
        events = list(self.select_related("city", "picture").defer("body", "city__body"))
        models.prefetch_related_objects([event for event in events if event.recurrence], "changes")
        return events

    def last_occurrences(self) -> list[EventOccurrence[DatedT]]:
        """Return the last occurrence of each past event: up to 3 queries."""
        return _last_occurrences(self.as_cards())

    def agenda(self, at: datetime | None = None, limit: int | None = None) -> Agenda:
        """Return what is on now and what comes next: up to 5 queries, also with 20,000 rows.

        Args:
            at: an aware moment; now by default.
            limit: how many events at most, those that are on before those to come.
        """
        at = at or timezone.now()
        upcoming = self._cards_of(self._upcoming_keys(at, 0, limit))
        return Agenda.at(at, _soonest_first(upcoming, at)[:limit])

    def city_agenda(self, city: City, limit: int, past: int = 0) -> Agenda:
        """Return what is on now, next and over of the public events of a city: up to 3 queries.

        Args:
            limit: how many events at most, those that are on before those to come.
            past: how many of those that are over, latest first.
        """
        return self._agenda_of(_city_timetable(self.model, city), limit, past)

    def groups_agenda(
        self, groups: Iterable[LinkGroup], limit: int, past: int = 0, but: DatedT | None = None
    ) -> Agenda:
        """Return the same of the events that any of these groups takes part in, `but` one."""
        return self._agenda_of(_groups_timetable(self.model, tuple(groups)), limit, past, but)

    def _agenda_of(
        self, timetable: Timetable, limit: int, past: int, but: DatedT | None = None
    ) -> Agenda:
        at = timezone.now()
        # One more, as `but` may be among them.
        upcoming, over = timetable.keys(at, limit + 1, past)
        events = [event for event in self._cards_of([*upcoming, *over]) if event != but]
        coming = _soonest_first((event for event in events if event.pk not in over), at)
        last = _last_occurrences(event for event in events if event.pk in over)
        return Agenda.at(at, coming[:limit], last)

    def upcoming_counts(self, at: datetime | None = None) -> UpcomingCounts:
        """Count upcoming events, for pages of `upcoming_occurrences()`: 1 query."""
        is_single = Q(recurrence="")
        return UpcomingCounts(
            **self.upcoming(at)
            # True of every row; it leads SQLite to the index that has all that is asked here.
            .filter(recurrence__gte="")
            .order_by()
            .aggregate(
                single=Count("pk", filter=is_single),
                recurring=Count("pk", filter=~is_single),
            )
        )

    def upcoming_occurrences(
        self, at: datetime, begin: int = 0, end: int | None = None, recurring: int = 0
    ) -> list[EventOccurrence[DatedT]]:
        """Return the current or next occurrence of each upcoming event, from `begin` to `end`.

        They are sorted by their start, and cut off by SQL. Up to `begin` there may be as many
        recurring events as there are, so the cut of those on a single date begins that much
        earlier.

        Args:
            recurring: `upcoming_counts(at).recurring`; needed unless `begin` is 0.
        """
        skipped = max(begin - recurring, 0)
        found = _soonest_first(self._cards_of(self._upcoming_keys(at, skipped, end)), at)
        return found[begin - skipped : None if end is None else end - skipped]

    def _upcoming_keys(self, at: datetime, begin: int, end: int | None) -> list[int]:
        upcoming = self.upcoming(at).values_list("pk", flat=True)
        single = upcoming.filter(recurrence="")[begin:end]
        recurring = upcoming.filter(recurrence__gt="")
        # The bound below is true of every row that has the column; it leads SQLite to its index.
        stored = recurring.filter(
            next_from__lte=at, next_ends_at__gt=at, next_starts_at__gt=BEGIN
        ).order_by("next_starts_at", "pk")[:end]
        # One of their dates has ended since last night.
        others = recurring.filter(
            Q(next_ends_at=None) | Q(next_ends_at__lte=at) | Q(next_from__gt=at)
        )
        return [*single, *stored, *others.order_by()]

    def occurrences_between(
        self, since: datetime, until: datetime
    ) -> list[EventOccurrence[DatedT]]:
        """Return every occurrence that touches [since, until), soonest first: up to 3 queries."""
        events = self.filter(
            Q(recurrence="", starts_at__lt=until, last_ends_at__gt=since)
            # A single date may have been moved to before the first one.
            | ~Q(recurrence="") & (Q(last_ends_at=None) | Q(last_ends_at__gt=since))
        )
        changes: Any = self.model._meta.get_field("changes").related_model
        changed = changes._default_manager.filter(event=models.OuterRef("pk"))
        # Nothing of these falls into the time, which is seen without running their rules.
        later = Q(next_from__lte=since, next_starts_at__gte=until) & ~models.Exists(changed)
        found: list[EventOccurrence[DatedT]] = []
        for event in events.exclude(later).as_cards():
            for occurrence in event.occurrences(since):
                if occurrence.starts_at >= until:
                    break
                found.append(occurrence)
        return sorted(found, key=by_start)

    def of_city(self, city: City) -> Self:
        """Keep events about a city, and those that take place there."""
        held_there = self.model._default_manager.filter(city=city).order_by().values("pk")
        # Not joined by OR, for which every upcoming event would be read.
        return self.filter(pk__in=self._linked_to("cities", [city]).union(held_there))

    def of_groups(self, groups: Iterable[LinkGroup]) -> Self:
        """Keep events that any of these groups takes part in."""
        return self.filter(pk__in=self._linked_to("groups", groups))

    def of_theme(self, theme: Theme) -> Self:
        """Keep events about a theme."""
        return self.filter(pk__in=self._linked_to("themes", [theme]))

    def _linked_to(self, name: str, rows: Iterable[models.Model]) -> models.QuerySet:
        """Return keys of linked events; a join would repeat an event for each of its rows."""
        relation: ManyToManyDescriptor = getattr(self.model, name)
        column = f"{relation.field.m2m_reverse_field_name()}__in"
        links = relation.through._default_manager.filter(**{column: list(rows)})
        return links.values(relation.field.m2m_field_name())

    def past_years(self, at: datetime | None = None) -> list[int]:
        """Return the years in which past events ended, latest first."""
        last_moment = ExpressionWrapper(
            F("last_ends_at") - timedelta(microseconds=1), output_field=DateTimeField()
        )
        years = self.past(at).order_by().values_list(ExtractYear(last_moment), flat=True)
        return sorted(years.distinct(), reverse=True)

    def of_year(self, year: int) -> Self:
        """Keep events whose last date ended in `year`, on the site's own clock."""
        zone = timezone.get_current_timezone()
        begin = datetime(year, 1, 1, tzinfo=zone)
        end = datetime(year + 1, 1, 1, tzinfo=zone)
        # Midnight belongs to the day before: an end is the first moment after the event.
        return self.filter(last_ends_at__gt=begin, last_ends_at__lte=end)


@remembered
def _city_timetable(model: type[EventDates], city: City) -> Timetable:
    return Timetable(EventQuerySet(model).of_city(city))


@remembered
def _groups_timetable(model: type[EventDates], groups: tuple[LinkGroup, ...]) -> Timetable:
    return Timetable(EventQuerySet(model).of_groups(groups))


def _soonest_first(events: Iterable[DatedT], at: datetime) -> list[EventOccurrence[DatedT]]:
    found = [event.stored_current_or_next(at) for event in events]
    return sorted((occurrence for occurrence in found if occurrence), key=by_start)


def _last_occurrences(events: Iterable[DatedT]) -> list[EventOccurrence[DatedT]]:
    found = [event.last_occurrence() for event in events]
    return [occurrence for occurrence in found if occurrence]
