"""Lists of events: now and next, and past."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.generic import ListView

from content.web.page_navigation import breadcrumb
from content.web.public_views import FilteredByForm
from events.dates.recurrence import LAST_YEAR
from events.filters import FILTER_ROUTES, EventFilterForm
from events.models import Agenda, Event, EventOccurrence, EventQuerySet

EVENTS_PER_PAGE = 20
MIN_YEAR = 1900


class UpcomingOccurrences:
    """Upcoming events, from which a paginator cuts its page: 3 queries."""

    def __init__(self, events: EventQuerySet, at: datetime) -> None:
        self.events, self.at = events, at
        self.counts = events.upcoming_counts(at)

    def __len__(self) -> int:
        return sum(self.counts)

    def __getitem__(self, key: slice) -> list[EventOccurrence[Event]]:
        begin = key.start or 0
        return self.events.upcoming_occurrences(self.at, begin, key.stop, self.counts.recurring)


class FilteredEvents(FilteredByForm, ListView):
    """A list of public events, narrowed by the form of `EventFilterForm`."""

    paginate_by = EVENTS_PER_PAGE
    filter_routes = FILTER_ROUTES

    @cached_property
    def filter_form(self) -> EventFilterForm:
        return EventFilterForm(self.request.GET)

    @cached_property
    def moment(self) -> datetime:
        """Return one moment for the whole page, so that no event is missing or there twice."""
        return timezone.now()

    def get_events(self) -> EventQuerySet:
        return self.filter_form.apply(Event.objects.published())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        path = self.request.path
        return super().get_context_data(**kwargs) | {
            "chosen": self.filter_form.removal_links(path),
            "chosen_names": [str(row.name) for row in self.filter_form.chosen_rows.values()],
            "filter_form": self.filter_form,
            "query": self.filter_form.query,
            "reset_url": path,
        }


class EventListView(FilteredEvents):
    """Events that are on now, and those that come next."""

    template_name = "events/event_list.html"

    def get_queryset(self) -> UpcomingOccurrences:  # type: ignore[override] # a paginator can cut it
        return UpcomingOccurrences(self.get_events(), self.moment)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"agenda": Agenda.at(self.moment, context["object_list"])}


class EventPastView(FilteredEvents):
    """Past events, by year."""

    template_name = "events/event_past.html"

    @cached_property
    def year(self) -> int | None:
        """Return the year asked for, None if it is no likely one."""
        value = self.request.GET.get("year", "")
        year = int(value) if value.isascii() and value.isdecimal() and len(value) == 4 else 0
        return year if MIN_YEAR <= year <= LAST_YEAR else None

    def get_queryset(self) -> EventQuerySet:
        events = self.get_events().past(self.moment)
        return events.of_year(self.year) if self.year else events

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "occurrences": context["object_list"].last_occurrences(),
            "breadcrumbs": [breadcrumb(gettext("Events"), "events:event-list")],
            "year": self.year,
            "years": self.year_links(),
        }

    def year_links(self) -> list[dict[str, Any]]:
        """Return label and url of each year that has events, and of all years."""
        query = self.filter_form.query
        path = reverse("events:event-past")
        links: list[dict[str, Any]] = [
            {
                "label": gettext("all years"),
                "url": f"{path}?{query}" if query else path,
                "year": None,
            }
        ]
        for year in self.get_events().past_years(self.moment):
            parts = f"{query}&year={year}" if query else f"year={year}"
            links.append({"label": str(year), "url": f"{path}?{parts}", "year": year})
        return [link | {"is_current": link["year"] == self.year} for link in links]
