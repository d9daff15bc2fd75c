"""Query events by "now", "next" and "past", as `events.dates.schedule` defines them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import models
from django.db.models import Count, DateTimeField, ExpressionWrapper, F, Q
from django.db.models.functions import ExtractYear
from django.utils import timezone

from cities.models import City
from content.models import PublishableQuerySet, Theme
from content.nested_rows import NestedRows, linked
from events.dates.occurrence import Agenda, Occurrence
from events.dates.schedule import dates, last_date, turn
from links.models import LinkGroup


class Turns(Sequence):
    """What is ahead, as a sequence of turns from which a paginator cuts its page: 3 queries."""

    def __init__(self, events: EventQuerySet, at: datetime) -> None:
        self.events, self.at = events, at
        self.counts = events.ahead_counts(at)

    def __len__(self) -> int:
        return sum(self.counts)

    def __getitem__(self, key: slice) -> list[Occurrence]:
        begin = key.start or 0
        return self.events.turns(self.at, begin, key.stop, self.counts.recurring)


class AheadCounts(NamedTuple):
    """How many events are ahead: those on one date, and those that repeat."""

    single: int
    recurring: int


class EventQuerySet(PublishableQuerySet):
    """An event is past once its last occurrence has ended; until then it is ahead."""

    def ahead(self, at: datetime | None = None) -> EventQuerySet:
        """Keep events that are on or still to come, soonest first.

        `agenda()` splits them into now and next: a recurring event's turn is computed.
        """
        at = at or timezone.now()
        return self.filter(Q(last_ends_at=None) | Q(last_ends_at__gt=at)).order_by(
            "starts_at", "pk"
        )

    def past(self, at: datetime | None = None) -> EventQuerySet:
        """Keep events that are over, latest first."""
        at = at or timezone.now()
        return self.filter(last_ends_at__lte=at).order_by("-last_ends_at", "-pk")

    def with_changes(self) -> EventQuerySet:
        """Read the changes of single dates with the events, as `change_list`."""
        changes = linked(self.model, "changes")
        return self.annotate(
            change_list=NestedRows(
                changes, "original_starts_at", "is_cancelled", "starts_at", "ends_at", "note"
            )
        )

    def for_cards(self) -> EventQuerySet:
        """Read what a card shows, and what its date is computed from."""
        return self.with_changes().select_related("city", "picture").defer("body", "city__body")

    def occurrences(self) -> list[Occurrence]:
        """Read events that are past, each with its last date: 1 query."""
        return [last_date(event) for event in self.for_cards() if event.last_ends_at]

    def agenda(self, at: datetime | None = None, limit: int | None = None) -> Agenda:
        """Read what is now and next: 1 query, also with 20,000 rows.

        Args:
            at: an aware moment; this one if left out.
            limit: how many events at most, those that are on before those to come.
        """
        at = at or timezone.now()
        return Agenda.of(self.turns(at, 0, limit), at)

    def ahead_counts(self, at: datetime | None = None) -> AheadCounts:
        """Count what is ahead, as `turns` needs it to begin further down: 1 query."""
        is_single = Q(recurrence="")
        return AheadCounts(
            **self.ahead(at)
            .order_by()
            .aggregate(
                single=Count("pk", filter=is_single, distinct=True),
                recurring=Count("pk", filter=~is_single, distinct=True),
            )
        )

    def turns(
        self, at: datetime, begin: int = 0, end: int | None = None, recurring: int = 0
    ) -> list[Occurrence]:
        """Read the turns of all that is ahead at `at`, soonest first, from `begin` to `end`.

        Events on one date are cut by SQL, recurring ones are always all read. Up to `begin`
        there may be as many recurring ones as there are, so the cut begins that much earlier.

        Args:
            recurring: `ahead_counts(at).recurring`; needed unless `begin` is 0.
        """
        skipped = max(begin - recurring, 0)
        ahead = self.ahead(at)
        single = ahead.filter(recurrence="").values("pk")[skipped:end]
        events = self.model._default_manager.filter(
            Q(pk__in=single) | Q(pk__in=ahead.exclude(recurrence="").order_by().values("pk"))
        ).for_cards()
        turns = [occurrence for event in events if (occurrence := turn(event, at))]
        turns.sort(key=lambda one: (one.starts_at, one.event.pk))
        return turns[begin - skipped : None if end is None else end - skipped]

    def between(self, since: datetime, until: datetime) -> list[Occurrence]:
        """Read every date that touches [since, until), soonest first: 1 query."""
        events = self.filter(
            Q(recurrence="", starts_at__lt=until, last_ends_at__gt=since)
            # A single date may have been moved to before the first one.
            | ~Q(recurrence="") & (Q(last_ends_at=None) | Q(last_ends_at__gt=since))
        ).for_cards()
        found = []
        for event in events:
            for occurrence in dates(event, since):
                if occurrence.starts_at >= until:
                    break
                found.append(occurrence)
        return sorted(found, key=lambda one: (one.starts_at, one.event.pk))

    def of_city(self, city: City) -> EventQuerySet:
        """Keep events about a city, and those that take place there."""
        return self.filter(Q(city=city) | Q(pk__in=self._linked_to("cities", [city])))

    def of_groups(self, groups: Iterable[LinkGroup]) -> EventQuerySet:
        """Keep events that any of these groups takes part in."""
        return self.filter(pk__in=self._linked_to("groups", groups))

    def of_theme(self, theme: Theme) -> EventQuerySet:
        return self.filter(pk__in=self._linked_to("themes", [theme]))

    def _linked_to(self, name: str, rows: Iterable[models.Model]) -> models.QuerySet:
        """Keys of linked events. A join would give an event once for each row it is linked to."""
        field = self.model._meta.get_field(name)
        column = f"{field.m2m_reverse_field_name()}__in"
        links = field.remote_field.through._default_manager.filter(**{column: list(rows)})
        return links.values(field.m2m_field_name())

    def past_years(self, at: datetime | None = None) -> list[int]:
        """Tell in which years events ended that are over, latest first."""
        last_moment = ExpressionWrapper(
            F("last_ends_at") - timedelta(microseconds=1), output_field=DateTimeField()
        )
        years = self.past(at).order_by().values_list(ExtractYear(last_moment), flat=True)
        return sorted(years.distinct(), reverse=True)

    def of_year(self, year: int) -> EventQuerySet:
        """Keep events whose last date ended in `year`, on the site's own clock."""
        zone = timezone.get_current_timezone()
        begin = datetime(year, 1, 1, tzinfo=zone)
        end = datetime(year + 1, 1, 1, tzinfo=zone)
        # Midnight belongs to the day before: an end is the first moment after the event.
        return self.filter(last_ends_at__gt=begin, last_ends_at__lte=end)
