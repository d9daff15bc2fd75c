"""Calendars as iCalendar (RFC 5545, 7986): one event to add, or many to subscribe to."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar

from content.models import Council
from events.calendars.vevent import vevents
from events.calendars.vtimezone import vtimezone
from events.models import Event, EventQuerySet

CONTENT_TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN_AFTER = timedelta(hours=6)
# Past events stay in a subscribed calendar for so long.
KEPT = timedelta(days=366)
MAX_EVENTS = 1000
# Observances reach this far after the last date, for rules that never end.
YEARS_OF_TIME_ZONE = 15


def for_calendar(events: EventQuerySet) -> EventQuerySet:
    """Read what a calendar shows of events: 3 queries."""
    return events.with_changes().select_related("city").prefetch_related("themes")


def for_subscribers(events: EventQuerySet) -> EventQuerySet:
    """Keep what a subscribed calendar holds: upcoming events and those of the past year."""
    kept = events.upcoming(timezone.now() - KEPT).order_by("-starts_at", "-pk")
    return for_calendar(kept)[:MAX_EVENTS]


def calendar_bytes(events: Iterable[Event], name: str, url: str = "") -> bytes:
    """Return a calendar file.

    Args:
        events: as `for_calendar` reads them.
        name: what the reader's program calls a subscription.
        url: where it can be fetched again; empty for a file to add once.
    """
    events = list(events)
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_URL}//{gettext('Town twinning')}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    if url:
        calendar.add("source", url, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT6H")
    for zone_name, (first, last) in sorted(_years(events).items()):
        calendar.add_component(vtimezone(zone_name, first, last + YEARS_OF_TIME_ZONE))
    council = Council.current()
    for event in events:
        for component in vevents(event, council):
            calendar.add_component(component)
    return calendar.to_ical()


def _years(events: list[Event]) -> dict[str, tuple[int, int]]:
    """Return for each time zone the first year in which an event begins, and the last one known."""
    years: dict[str, tuple[int, int]] = {}
    for event in events:
        year = event.starts_at.year
        latest = max(year, timezone.now().year) if event.schedule.is_recurring else year
        first, last = years.get(event.time_zone, (year, latest))
        years[event.time_zone] = min(first, year - 1), max(last, latest)
    return years
