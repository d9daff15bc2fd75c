"""Calendars for other programs: an event or a date to add, a filter of the list to subscribe to."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from content.models import Council
from events.calendars.icalendar_file import (
    CONTENT_TYPE,
    calendar_bytes,
    date_bytes,
    for_calendar,
    for_subscribers,
)
from events.filters import EventFilterForm
from events.models import Event


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Send one event as a file, to add to a calendar once; a series with all its dates."""
    event = get_object_or_404(for_calendar(Event.objects.published()), slug=slug)
    return _to_add(calendar_bytes([event], str(event.title)), event.slug)


@require_safe
def date_calendar(request: HttpRequest, slug: str, day: date) -> HttpResponse:
    """Send a single date of a series as a file; the day is the one by the rule."""
    event = get_object_or_404(for_calendar(Event.objects.published()), slug=slug)
    occurrence = event.occurrence_of(day)
    if occurrence is None:
        raise Http404
    return _to_add(date_bytes(occurrence), f"{event.slug}-{day}")


def _to_add(calendar: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        calendar,
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}.ics"'},
    )


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Send all events, or those of a city, a group or a theme, for programs that ask again."""
    form = EventFilterForm(request.GET)
    if not form.is_valid():
        # An empty calendar would look as if all events had been taken down.
        raise Http404
    events = for_subscribers(form.apply(Event.objects.published()))
    body = calendar_bytes(events, _name(form), f"{settings.SITE_URL}{request.get_full_path()}")
    return HttpResponse(body, content_type=CONTENT_TYPE)


def _name(form: EventFilterForm) -> str:
    council = Council.current()
    site = str(council.wordmark or council.name) if council else gettext("Events")
    return " – ".join([site, *(str(row.name) for row in form.chosen_rows.values())])
