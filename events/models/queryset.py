"""Events by time: past, on now, or next.

Other apps reach these through the reverse manager and import nothing from here::

    agenda = city.events.published().agenda(limit=5)
    agenda.now, agenda.next                                # lists of EventOccurrence
    city.events.published().past()[:5].last_occurrences()
    city.events.published().occurrences_between(since, until)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from operator import attrgetter
from typing import NamedTuple, Self, TypeVar

from django.db import models
from django.db.models import Count, DateTimeField, ExpressionWrapper, F, Q
from django.db.models.fields.related_descriptors import ManyToManyDescriptor
from django.db.models.functions import ExtractYear
from django.utils import timezone

from cities.models import City
from content.models import PublishableQuerySet, Theme
from events.models.event_dates import EventDates
from events.models.event_occurrence import EventOccurrence
from events.models.now_and_next import Agenda
from links.models import LinkGroup

# The model, and what a row of it is read as
DatedT = TypeVar("DatedT", bound=EventDates)

by_start = attrgetter("starts_at", "event.pk")


class UpcomingCounts(NamedTuple):
    """Numbers of upcoming events: those on a single date, and those that recur."""

    single: int
    recurring: int


class EventQuerySet(PublishableQuerySet[DatedT, DatedT]):
    """An event is upcoming until its last occurrence has ended; from then on it is past."""

    def upcoming(self, at: datetime | None = None) -> Self:
        """Keep events that are on now or still to come, soonest first.

        They are sorted by their first date; `agenda()` sorts by the current or next one, which
        has to be computed for events that recur.
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

    def for_cards(self) -> list[DatedT]:
        """Read what a card shows, and what its date is computed from: 1 query, 2 if any recurs."""
        events = list(self.select_related("city", "picture").defer("body", "city__body"))
        models.prefetch_related_objects([event for event in events if event.recurrence], "changes")
        return events

    def last_occurrences(self) -> list[EventOccurrence[DatedT]]:
        """Return the last occurrence of each past event: 2 queries."""
        last = (event.last_occurrence() for event in self.for_cards())
        return [occurrence for occurrence in last if occurrence]

    def agenda(self, at: datetime | None = None, limit: int | None = None) -> Agenda:
        """Return what is on now and what comes next: 2 queries, also with 20,000 rows.

        Args:
            at: an aware moment; now by default.
            limit: how many events at most, those that are on before those to come.
        """
        at = at or timezone.now()
        return Agenda.at(at, self.upcoming_occurrences(at, 0, limit))

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

        They are sorted by their start. SQL cuts off events on a single date; those that recur
        are always all read. Up to `begin` there may be as many recurring events as there are, so
        the cut begins that much earlier.

        Args:
            recurring: `upcoming_counts(at).recurring`; needed unless `begin` is 0.
        """
        skipped = max(begin - recurring, 0)
        upcoming = self.upcoming(at)
        single = upcoming.filter(recurrence="").values("pk")[skipped:end]
        recurs = upcoming.filter(recurrence__gt="").order_by().values("pk")
        # These keys have passed all filters, so their rows are read without them.
        rows = type(self)(self.model).filter(Q(pk__in=single) | Q(pk__in=recurs))
        found = [
            occurrence
            for event in rows.order_by().for_cards()
            if (occurrence := event.current_or_next(at)) is not None
        ]
        found.sort(key=by_start)
        return found[begin - skipped : None if end is None else end - skipped]

    def occurrences_between(
        self, since: datetime, until: datetime
    ) -> list[EventOccurrence[DatedT]]:
        """Return every occurrence that touches [since, until), soonest first: 2 queries."""
        events = self.filter(
            Q(recurrence="", starts_at__lt=until, last_ends_at__gt=since)
            # A single date may have been moved to before the first one.
            | ~Q(recurrence="") & (Q(last_ends_at=None) | Q(last_ends_at__gt=since))
        ).for_cards()
        found: list[EventOccurrence[DatedT]] = []
        for event in events:
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
