"""Calendars as iCalendar (RFC 5545, 7986): one event to add, or many to subscribe to."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar, vText

from content.models import Council
from content.text.invisible_characters import without_invisible
from events.calendars.vevent import single_vevent, vevents
from events.calendars.vtimezone import vtimezone
from events.models import Event, EventOccurrence, EventQuerySet

CONTENT_TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN_AFTER = timedelta(hours=6)
# Past events stay in a subscribed calendar for so long.
KEPT = timedelta(days=366)
MAX_EVENTS = 1000
# Where clocks keep no rule they are told for so long after the last date.
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
    calendar = _empty_calendar(name, events)
    if url:
        calendar.add("source", url, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT6H")
    council = Council.current()
    for event in events:
        for component in vevents(event, council):
            calendar.add_component(component)
    return calendar.to_ical()


def date_bytes(occurrence: EventOccurrence[Event]) -> bytes:
    """Return a calendar file of one date of a recurring event, without the others."""
    event = occurrence.event
    calendar = _empty_calendar(str(event.title), [event])
    calendar.add_component(single_vevent(occurrence, Council.current()))
    return calendar.to_ical()


def _empty_calendar(name: str, events: list[Event]) -> Calendar:
    """Return a calendar with the time zones of these events."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_URL}//{gettext('Town twinning')}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # icalendar takes text in properties newer than RFC 5545 as it is.
    text = vText(without_invisible(name))
    calendar.add("name", text)
    calendar.add("x-wr-calname", text)
    for zone_name, (first, last) in sorted(_years(events).items()):
        calendar.add_component(vtimezone(zone_name, first, last + YEARS_OF_TIME_ZONE))
    return calendar


def _years(events: list[Event]) -> dict[str, tuple[int, int]]:
    """Return for each time zone the year before its events begin, and the last one known.

    Whole days are dates without any time zone.
    """
    years: dict[str, tuple[int, int]] = {}
    for event in (event for event in events if not event.is_all_day):
        year = event.starts_at.year
        latest = max(year, timezone.now().year) if event.schedule.is_recurring else year
        first, last = years.get(event.time_zone, (year, latest))
        years[event.time_zone] = min(first, year - 1), max(last, latest)
    return years
