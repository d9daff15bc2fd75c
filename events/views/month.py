"""One month at a glance, beside the list."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from content.text.dates import active_locale, vague_date_text
from content.web.page_navigation import breadcrumb
from content.web.public_views import FilteredByForm
from events.dates.recurrence import LAST_YEAR
from events.filters import FILTER_ROUTES, EventFilterForm
from events.models import Event, EventOccurrence

# Links to the next month end here; a crawler would follow them for ever.
MAX_MONTHS_AHEAD = 24
# An event counts on the days of its own time zone.
A_DAY = timedelta(days=1)
MIN_YEAR = 1946


@dataclass
class Day:
    """A day of the month, the column of its weekday (1 to 7), and what begins and ends on it."""

    date: date
    column: int
    occurrences: list[EventOccurrence] = field(default_factory=list)


@require_safe
def this_month(request: HttpRequest) -> HttpResponse:
    """Redirect to the current month."""
    today = timezone.localdate()
    url = reverse("events:event-month", args=[today.year, today.month])
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{url}?{query}" if query else url)


class EventMonthView(FilteredByForm, TemplateView):
    """The dates of one month; those of several days stand in a list of their own."""

    template_name = "events/event_month.html"
    filter_routes = FILTER_ROUTES

    @cached_property
    def filter_form(self) -> EventFilterForm:
        return EventFilterForm(self.request.GET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year: int = kwargs.pop("year")
        month: int = kwargs.pop("month")
        if not (MIN_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
            raise Http404
        first, following = date(year, month, 1), _shifted(year, month, 1)
        form = self.filter_form
        events = form.apply(Event.objects.published())
        found = events.occurrences_between(_midnight(first) - A_DAY, _midnight(following) + A_DAY)
        here = [one for one in found if one.first_day < following and one.last_day >= first]
        days = _days(first, [one for one in here if one.first_day == one.last_day])
        today = timezone.localdate()
        last = _shifted(*_month(today), MAX_MONTHS_AHEAD)
        return super().get_context_data(**kwargs) | {
            "chosen": form.removal_links(self.request.path),
            "days": days,
            "has_dates": any(day.occurrences for day in days),
            "filter_form": form,
            "first": first,
            "heading": _month_text(first),
            "long_occurrences": [one for one in here if one.first_day != one.last_day],
            "next": self._link(following, form, following <= last),
            "previous": self._link(_shifted(year, month, -1), form, year > MIN_YEAR),
            "query": form.query,
            "reset_url": self.request.path,
            "breadcrumbs": [breadcrumb(gettext("Events"), "events:event-list")],
            "today": today,
            "weekday_names": _weekday_names(),
        }

    def _link(self, first: date, form: EventFilterForm, is_offered: bool) -> dict[str, str] | None:
        if not is_offered:
            return None
        url = reverse("events:event-month", args=_month(first))
        return {"label": _month_text(first), "url": f"{url}?{form.query}" if form.query else url}


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _month_text(day: date) -> str:
    return vague_date_text(*_month(day))


def _shifted(year: int, month: int, months: int) -> date:
    years, index = divmod(month - 1 + months, 12)
    return date(year + years, index + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())


def _days(first: date, occurrences: list[EventOccurrence]) -> list[Day]:
    """Return every day of the month with what takes place on it."""
    weekdays = Calendar(active_locale().first_week_day)
    columns = list(weekdays.iterweekdays())
    days = {
        day: Day(day, columns.index(day.weekday()) + 1)
        for day in weekdays.itermonthdates(*_month(first))
        if day.month == first.month
    }
    for occurrence in occurrences:
        if occurrence.first_day in days:
            days[occurrence.first_day].occurrences.append(occurrence)
    return list(days.values())


def _weekday_names() -> list[str]:
    locale = active_locale()
    names = locale.days["stand-alone"]["abbreviated"]
    return [names[day] for day in Calendar(locale.first_week_day).iterweekdays()]
