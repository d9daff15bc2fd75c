"""VEVENT (RFC 5545, 3.6.1): events as components of a calendar.

A changed date of a recurring event is a component of its own with a RECURRENCE-ID, cancelled
ones included: calendar programs then strike it through instead of dropping it. There is no GEO:
a place has no coordinates, and the middle of its city would mislead.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext
from i18nfield.strings import LazyI18nString
from icalendar import Event as Component
from icalendar import vRecur, vText

from content.models import Council
from content.text.languages import language_of
from content.text.lists import comma_separated
from events.dates.recurrence import join_rule, split_rule, until
from events.dates.wall_clock import to_utc
from events.models import Event, EventOccurrence, EventStatus
from events.place_text import is_only_online, place_lines

# So far ahead dates of several days end at the right hour when the clocks change within them.
YEARS_OF_LONG_DATES = 3

STATUSES: dict[str, str] = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.POSTPONED: "TENTATIVE",
}


def vevents(event: Event, council: Council | None) -> Iterator[Component]:
    """Yield an event, then each single date that is cancelled or moved."""
    schedule = event.schedule
    if not schedule.is_recurring:
        yield _vevent(next(event.occurrences()), council)
        return
    # The first date by the rule, also if it is cancelled or moved: the rule starts from it.
    first = schedule.occurrence_at(schedule.first_start)
    recurring = _vevent(EventOccurrence.of(event, event.status, first), council)
    recurring.add("rrule", _recur(event))
    yield recurring
    for occurrence in [*event.changed_occurrences(), *_across_clock_changes(event)]:
        changed = _vevent(occurrence, council)
        changed.add("recurrence-id", _point(occurrence.original_starts_at, event))
        yield changed


def single_vevent(occurrence: EventOccurrence[Event], council: Council | None) -> Component:
    """Return one date of a recurring event as an event of its own.

    Programs take a date that names its series for the whole of it, or drop it without that.
    """
    component = _vevent(occurrence, council)
    component["uid"] = vText(f"{occurrence.event.uid}-{occurrence.day_by_rule:%Y%m%d}")
    return component


def _across_clock_changes(event: Event) -> Iterator[EventOccurrence[Event]]:
    """Yield the coming dates of several days that a change of clocks makes longer or shorter.

    A DTEND gives every date of a series the exact length of the first (RFC 5545, 3.8.5.3). To name
    these dates keeps the hour at which they end.
    """
    schedule = event.schedule
    if event.is_all_day or not schedule.length.days:
        return
    length = event.ends_at - event.starts_at
    end = max(timezone.now(), event.starts_at) + YEARS_OF_LONG_DATES * timedelta(days=366)
    for occurrence in event.occurrences(timezone.now() - timedelta(days=366)):
        if occurrence.starts_at > end:
            return
        if not occurrence.change and occurrence.ends_at - occurrence.starts_at != length:
            yield occurrence


def _vevent(occurrence: EventOccurrence[Event], council: Council | None) -> Component:
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
    else:
        component.add("dtend", _point(occurrence.ends_at, event))
    component.add("status", STATUSES.get(occurrence.status, "CONFIRMED"))
    component.add("transp", "TRANSPARENT" if event.is_all_day or occurrence.is_off else "OPAQUE")
    component.add("url", url)
    if place := location_text(event, council):
        component.add("location", place)
    component.add("description", _description(occurrence, url))
    categories = [str(theme.name) for theme in event.themes.all()]
    if event.example:
        categories.append(gettext("Example text"))
    if categories:
        component.add("categories", categories)
    return component


def _add_text(component: Component, name: str, source: LazyI18nString, text: str) -> None:
    language = language_of(source) or get_language()
    component.add(
        name,
        text,
        parameters={"LANGUAGE": language} if language else {},
    )


def _point(at: datetime, event: Event) -> date | datetime:
    """Return a date for whole days, else the time on the event's own clock, for its TZID."""
    local = at.astimezone(event.zone)
    return local.date() if event.is_all_day else local


def _recur(event: Event) -> vRecur:
    """Return the rule; its last day becomes a date, or a moment in UTC (RFC 5545, 3.3.10)."""
    parts = split_rule(event.recurrence)
    last = parts.pop("UNTIL", None)
    recur = vRecur.from_ical(join_rule(parts))
    if last:
        end = until(last, event.zone)
        recur["UNTIL"] = end.date() if event.is_all_day else to_utc(end, event.zone)
    return recur


def _summary(occurrence: EventOccurrence[Event]) -> str:
    """Return the title, after the status: not every program shows a STATUS."""
    title = str(occurrence.event.title)
    if occurrence.status == EventStatus.CANCELLED:
        return gettext("Cancelled: %(title)s") % {"title": title}
    if occurrence.status == EventStatus.POSTPONED:
        return gettext("Postponed: %(title)s") % {"title": title}
    return title


def location_text(event: Event, council: Council | None) -> str:
    """Return the place in one line, or the online address if it is only there."""
    if is_only_online(event) and event.online_url:
        return event.online_url
    return comma_separated(place_lines(event, council))


def _description(occurrence: EventOccurrence[Event], url: str) -> str:
    event = occurrence.event
    organiser = str(event.organiser)
    lines = [
        gettext("Example text") if event.example else "",
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
