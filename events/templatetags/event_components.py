"""Cards and lists of events."""

from collections.abc import Collection, Iterable

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from content.web.remembered_html import remembered_html
from events.date_text import date_text
from events.models import Agenda, Event, EventOccurrence
from events.place_text import place_html

register = template.Library()


@register.simple_tag
def event_card(occurrence: EventOccurrence, *, is_now: bool = False, level: int = 3) -> SafeString:
    """Show an event on a card, with one of its dates.

    The event's city is selected. `is_now` says that it is on at this moment, `level` is that of
    its heading.
    """
    return remembered_html(
        "components/card/event_card.html",
        occurrence=occurrence,
        event=occurrence.event,
        # They name the city only while that is public, so by the clock.
        date=date_text(occurrence),
        place=place_html(occurrence.event),
        is_now=is_now,
        level=level,
    )


@register.inclusion_tag("components/event/occurrence_list.html")
def occurrence_list(
    occurrences: Iterable[EventOccurrence], now: Collection[EventOccurrence] = (), *, level: int = 3
) -> dict[str, object]:
    """Show dates of events on cards, one below the other.

    `now` holds those that are on at this moment, `level` is that of the headings.
    """
    return {"occurrences": occurrences, "now": now, "level": level}


@register.inclusion_tag("components/event/event_status.html")
def event_status(event: Event, first_announced: str = "") -> dict[str, object]:
    """Say what has changed about an event: cancelled, postponed, rescheduled, moved online.

    `first_announced` is the date it had before, in words.
    """
    return {"event": event, "first_announced": first_announced}


@register.inclusion_tag("components/event/upcoming_events.html")
def upcoming_events(agenda: Agenda, query: str) -> dict[str, object]:
    """Show the upcoming events of a city or group; nothing if there are none.

    `query` filters the linked list of all events, such as "city=bonn".
    """
    return {"agenda": agenda, "query": query}


@register.inclusion_tag("components/event/past_events.html")
def past_events(occurrences: Collection[EventOccurrence], query: str) -> dict[str, object]:
    """Show the last events of a city or group; nothing if there are none.

    `query` filters the linked list of all past events, such as "city=bonn".
    """
    return {"occurrences": occurrences, "query": query}


@register.simple_tag
def this_month_url() -> str:
    """Return the address of the current month, to which the one without a month redirects."""
    today = timezone.localdate()
    return reverse("events:event-month", args=[today.year, today.month])
