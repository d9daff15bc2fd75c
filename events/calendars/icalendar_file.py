"""Events as iCalendar (RFC 5545, 7986): one to add, or many to subscribe to.

A changed date of a recurring event is a component of its own with a RECURRENCE-ID, cancelled
ones included: calendars then strike it through and do not merely lose it. There is no GEO:
the place itself has no coordinates, and the middle of its city would mislead.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext
from i18nfield.strings import LazyI18nString
from icalendar import Calendar, vRecur
from icalendar import Event as Component

from content.models import Council
from content.nested_rows import NestedRows, linked
from content.text.control_characters import without_control_characters
from content.text.languages import language_of
from events.calendars.vtimezone import vtimezone
from events.dates.occurrence import Occurrence, first_start, length, moment
from events.dates.recurrence import split_rule, until
from events.dates.schedule import changed_dates, dates, repeats
from events.models import Event, EventQuerySet
from events.place_text import where_lines

CONTENT_TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN_AFTER = timedelta(hours=6)
# What is over stays in a subscribed calendar for a while.
KEPT = timedelta(days=366)
MAX_EVENTS = 1000
# Observances reach this far after the last date, for rules that never end.
YEARS_OF_TIME_ZONE = 15
STATUSES = {Event.Status.CANCELLED: "CANCELLED", Event.Status.POSTPONED: "TENTATIVE"}


def for_calendar(events: EventQuerySet) -> EventQuerySet:
    """Read what a calendar shows of them in 1 query."""
    themes = NestedRows(linked(Event, "themes"), "name")
    return events.with_changes().select_related("city").annotate(calendar_themes=themes)


def subscribed(events: EventQuerySet) -> EventQuerySet:
    """Keep what a subscribed calendar holds: what is ahead and the past year."""
    kept = events.ahead(timezone.now() - KEPT).order_by("-starts_at", "-pk")
    return for_calendar(kept)[:MAX_EVENTS]


def calendar_bytes(events: Iterable[Event], name: str, url: str = "") -> bytes:
    """Write a calendar.

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
        for component in _components(event, council):
            calendar.add_component(component)
    return calendar.to_ical()


def _years(events: list[Event]) -> dict[str, tuple[int, int]]:
    """For each time zone the first year in which an event begins, and the last one known."""
    years: dict[str, tuple[int, int]] = {}
    for event in events:
        year = event.starts_at.year
        latest = max(year, timezone.now().year) if repeats(event) else year
        first, last = years.get(event.time_zone, (year, latest))
        years[event.time_zone] = min(first, year - 1), max(last, latest)
    return years


def _components(event: Event, council: Council | None) -> Iterable[Component]:
    first = next(dates(event))
    if not repeats(event):
        yield _component(first, council)
        return
    # The first date by the rule, also if this one is cancelled or moved: it anchors the rule.
    start = first_start(event)
    master = _component(
        Occurrence(
            event=event,
            starts_at=moment(start, event.zone),
            ends_at=length(event).end(start, event.zone),
            original_starts_at=moment(start, event.zone),
            status=event.status,
        ),
        council,
    )
    master.add("rrule", _recur(event))
    yield master
    for occurrence in changed_dates(event):
        changed = _component(occurrence, council)
        changed.add("recurrence-id", _point(occurrence.original_starts_at, event))
        yield changed


def _component(occurrence: Occurrence, council: Council | None) -> Component:
    event = occurrence.event
    url = f"{settings.SITE_URL}{event.get_absolute_url()}"
    component = Component()
    component.add("uid", str(event.uid))
    component.add("sequence", event.sequence)
    component.add("dtstamp", event.updated_at)
    component.add("last-modified", event.updated_at)
    component.add("created", event.created_at)
    _add_text(component, "summary", event.title, _summary(occurrence))
    component.add("dtstart", _point(occurrence.starts_at, event))
    if event.is_all_day:
        component.add("dtend", occurrence.last_day + timedelta(days=1))
    elif event.recurrence and not occurrence.is_moved:
        size = length(event)
        component.add("duration", timedelta(days=size.days) + size.rest)
    else:
        component.add("dtend", _point(occurrence.ends_at, event))
    component.add("status", STATUSES.get(occurrence.status, "CONFIRMED"))
    component.add("transp", "TRANSPARENT" if event.is_all_day or occurrence.is_off else "OPAQUE")
    component.add("url", url)
    if place := place_text(event, council):
        component.add("location", without_control_characters(place))
    component.add("description", without_control_characters(_description(occurrence, url)))
    if themes := [str(theme.name) for theme in event.calendar_themes]:
        component.add("categories", themes)
    return component


def _add_text(component: Component, name: str, source: LazyI18nString, text: str) -> None:
    language = language_of(source) or get_language()
    component.add(
        name,
        without_control_characters(text),
        parameters={"LANGUAGE": language} if language else None,
    )


def _point(at: datetime, event: Event):
    """A date for whole days, else the time on the event's own clock with its TZID."""
    local = at.astimezone(event.zone)
    return local.date() if event.is_all_day else local


def _recur(event: Event) -> vRecur:
    """The rule; its last day becomes what RFC 5545 asks for: a date, or a moment in UTC."""
    parts = split_rule(event.recurrence)
    last = parts.pop("UNTIL", None)
    recur = vRecur.from_ical(";".join(f"{name}={value}" for name, value in parts.items()))
    if last:
        wall_clock = until(last, event.zone)
        recur["UNTIL"] = wall_clock.date() if event.is_all_day else moment(wall_clock, event.zone)
    return recur


def _summary(occurrence: Occurrence) -> str:
    """The title, with what has changed before it: not every program shows a STATUS."""
    title = str(occurrence.event.title)
    if occurrence.status == Event.Status.CANCELLED:
        return gettext("Cancelled: %(title)s") % {"title": title}
    if occurrence.status == Event.Status.POSTPONED:
        return gettext("Postponed: %(title)s") % {"title": title}
    return title


def place_text(event: Event, council: Council | None) -> str:
    """Where it is, in one line; the online address for what has moved online."""
    return ", ".join(map(str, where_lines(event, council))) or event.online_url


def _description(occurrence: Occurrence, url: str) -> str:
    event = occurrence.event
    organiser = str(event.organiser)
    lines = [
        str(event.status_note),
        str(occurrence.note),
        str(event.summary),
        str(event.price),
        event.booking_url,
        event.online_url,
        gettext("Organised by %(organiser)s") % {"organiser": organiser} if organiser else "",
        url,
    ]
    return "\n\n".join(dict.fromkeys(line for line in lines if line))
