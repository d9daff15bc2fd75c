from django.urls import path

from events.feeds import EventFeed
from events.views import calendars, detail, lists, month, poster

app_name = "events"
urlpatterns = [
    path("", lists.EventListView.as_view(), name="event-list"),
    path("past/", lists.EventPastView.as_view(), name="event-past"),
    path("calendar/", month.this_month, name="event-this-month"),
    path("calendar/<int:year>/<int:month>/", month.EventMonthView.as_view(), name="event-month"),
    path("feed/", EventFeed(), name="feed"),
    path("calendar.ics", calendars.calendar, name="calendar"),
    path(
        "<slug:slug>/<int:year>-<int:month>-<int:day>.ics",
        calendars.date_calendar,
        name="date-calendar",
    ),
    path("<slug:slug>.ics", calendars.event_calendar, name="event-calendar"),
    path("<slug:slug>/poster/<str:size>/", poster.poster, name="poster"),
    path("<slug:slug>/", detail.EventDetailView.as_view(), name="event-detail"),
]
