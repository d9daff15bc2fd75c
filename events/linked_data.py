"""Events as linked data (https://schema.org/Event)."""

from collections.abc import Iterable
from datetime import datetime

from content.models import Council
from content.text.languages import language_of
from content.web.linked_data import Data, absolute, address, council_data, image
from events.models import Event, EventOccurrence, EventStatus
from events.place_text import is_only_online, town_name
from links.models import LinkGroup

STATUSES: dict[str, str] = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.CANCELLED: "EventCancelled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.RESCHEDULED: "EventRescheduled",
    EventStatus.MOVED_ONLINE: "EventMovedOnline",
}


def event_data(
    occurrence: EventOccurrence[Event], council: Council | None, groups: Iterable[LinkGroup] = ()
) -> Data:
    """Return an event as linked data, with the dates of `occurrence`."""
    event = occurrence.event
    url = absolute(event.get_absolute_url())
    return {
        "@type": "Event",
        "@id": f"{url}#event",
        "url": url,
        "name": str(event.title),
        "description": str(event.summary),
        "inLanguage": language_of(event.title),
        "image": image(event.picture),
        "startDate": _point(occurrence.starts_at, event),
        "endDate": occurrence.last_day.isoformat()
        if event.is_all_day
        else _point(occurrence.ends_at, event),
        "eventStatus": f"https://schema.org/{_status(occurrence)}",
        "previousStartDate": _previous(occurrence),
        "eventAttendanceMode": f"https://schema.org/{_attendance(event)}",
        "location": _location(event, council, url),
        "organizer": _organisers(event, council, groups),
        "offers": None if occurrence.is_off else _offer(event),
    }


def _status(occurrence: EventOccurrence[Event]) -> str:
    if occurrence.is_moved and occurrence.status == EventStatus.SCHEDULED:
        return STATUSES[EventStatus.RESCHEDULED]
    return STATUSES[occurrence.status]


def _previous(occurrence: EventOccurrence[Event]) -> str:
    event = occurrence.event
    if occurrence.is_moved:
        return _point(occurrence.original_starts_at, event)
    if event.status == EventStatus.RESCHEDULED and event.previous_starts_at:
        return _point(event.previous_starts_at, event)
    # A postponed event has no new date yet: the one it has is the previous one.
    if event.status == EventStatus.POSTPONED:
        return _point(event.previous_starts_at or occurrence.starts_at, event)
    return ""


def _point(at: datetime, event: Event) -> str:
    local = at.astimezone(event.zone)
    return local.date().isoformat() if event.is_all_day else local.isoformat(timespec="minutes")


def _attendance(event: Event) -> str:
    if is_only_online(event):
        return "OnlineEventAttendanceMode"
    if event.online_url:
        return "MixedEventAttendanceMode"
    return "OfflineEventAttendanceMode"


def _location(event: Event, council: Council | None, url: str) -> Data | list[Data]:
    online: Data = {"@type": "VirtualLocation", "url": event.online_url or url}
    if is_only_online(event):
        return online
    near = event.host if event.city_id else council
    name = town_name(event, council)
    place: Data = {
        "@type": "Place",
        "name": str(event.place) or name,
        "address": address(event.address, name, near.country.code if near else ""),
    }
    return [place, online] if event.online_url else place


def _organisers(event: Event, council: Council | None, groups: Iterable[LinkGroup]) -> list[Data]:
    organisers: list[Data] = [
        {
            "@type": "Organization",
            "name": str(group.name),
            "url": absolute(group.get_absolute_url()),
        }
        for group in groups
    ]
    names = {organiser["name"] for organiser in organisers}
    if event.organiser and str(event.organiser) not in names:
        organisers.append({"@type": "Organization", "name": str(event.organiser)})
    if not organisers and council:
        organisers.append(council_data(council))
    return organisers


def _offer(event: Event) -> Data | None:
    """Return where to book. The price is a text, which schema.org has no place for."""
    return {"@type": "Offer", "url": event.booking_url} if event.booking_url else None
