from datetime import date

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from content.languages.addresses.routes import translated
from events.feeds import EventFeed
from events.views import calendars, detail, lists, month, poster


class NumberConverter(IntConverter):
    """A year or month without zeros before it, so that each page has one address."""

    regex = "[1-9][0-9]{0,3}"


class DayConverter:
    """A day such as `2026-03-23` (ISO 8601)."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    to_python = staticmethod(date.fromisoformat)
    to_url = staticmethod(date.isoformat)


register_converter(NumberConverter, "number")
register_converter(DayConverter, "day")

app_name = "events"
urlpatterns = [
    path("", lists.EventListView.as_view(), name="event-list"),
    path(translated("past/"), lists.EventPastView.as_view(), name="event-past"),
    path(translated("calendar/"), month.this_month, name="event-this-month"),
    path(
        translated("calendar/<number:year>/<number:month>/"),
        month.EventMonthView.as_view(),
        name="event-month",
    ),
    path("feed/", EventFeed(), name="feed"),
    path("calendar.ics", calendars.calendar, name="calendar"),
    path(
        "<slug:slug>/<day:day>.ics",
        calendars.date_calendar,
        name="date-calendar",
    ),
    path("<slug:slug>.ics", calendars.event_calendar, name="event-calendar"),
    path(translated("<slug:slug>/poster/<str:size>/"), poster.poster, name="poster"),
    path("<slug:slug>/", detail.EventDetailView.as_view(), name="event-detail"),
]
