"""Lists of events: now and next, and past."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.generic import ListView

from content.web.page_parts import breadcrumb
from content.web.public_views import FilteredByForm
from events.dates.occurrence import Agenda
from events.dates.recurrence import LAST_YEAR
from events.filters import FILTER_ROUTES, EventFilterForm
from events.models import Event, EventQuerySet
from events.models.queryset import Turns

EVENTS_PER_PAGE = 20
FIRST_YEAR = 1900


class FilteredEvents(FilteredByForm, ListView):
    """A list of public events, narrowed by the form of `EventFilterForm`."""

    paginate_by = EVENTS_PER_PAGE
    filter_routes = FILTER_ROUTES

    @cached_property
    def filter_form(self) -> EventFilterForm:
        return EventFilterForm(self.request.GET)

    @cached_property
    def moment(self):
        """One moment for the whole page, so that no event falls between two."""
        return timezone.now()

    def get_events(self) -> EventQuerySet:
        return self.filter_form.apply(Event.objects.published())

    def get_context_data(self, **kwargs):
        path = self.request.path
        return super().get_context_data(**kwargs) | {
            "chosen": self.filter_form.tags(path),
            "chosen_names": [str(row.name) for row in self.filter_form.chosen_rows.values()],
            "filter_form": self.filter_form,
            "query": self.filter_form.query,
            "reset_url": path,
        }


class EventListView(FilteredEvents):
    """What is on now and what comes next."""

    template_name = "events/event_list.html"

    def get_queryset(self) -> Turns:
        return Turns(self.get_events(), self.moment)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"agenda": Agenda.of(list(context["object_list"]), self.moment)}


class EventPastView(FilteredEvents):
    """What is over, by year."""

    template_name = "events/event_past.html"

    @cached_property
    def year(self) -> int | None:
        """The year asked for, if it is a likely one."""
        value = self.request.GET.get("year", "")
        year = int(value) if value.isascii() and value.isdecimal() and len(value) == 4 else 0
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def get_queryset(self) -> EventQuerySet:
        events = self.get_events().past(self.moment)
        return events.of_year(self.year) if self.year else events

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "occurrences": context["object_list"].occurrences(),
            "steps": [breadcrumb(gettext("Events"), "events:event-list")],
            "year": self.year,
            "years": self.year_links(),
        }

    def year_links(self) -> list[dict]:
        """A link for each year that has events, and one for all of them."""
        query = self.filter_form.query
        path = reverse("events:event-past")
        links = [
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
