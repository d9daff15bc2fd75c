"""Dates and places of events in words. The components of events load these; pages need not."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from events import change_text as changes
from events import date_text as dates
from events import place_text as places
from events import recurrence_text as rules
from events.models import Event, EventOccurrence

register = template.Library()


@register.filter
def date_text(occurrence: EventOccurrence) -> str:
    """Return day and time of an occurrence."""
    return dates.date_text(occurrence)


@register.filter
def change_text(occurrence: EventOccurrence) -> str:
    """Return an occurrence and what has changed about it, as visitors read it."""
    return changes.change_text(occurrence)


@register.filter
def rule_text(event: Event) -> str:
    """Return how an event repeats; empty if it takes place once."""
    return rules.rule_text(event.schedule)


@register.filter
def place_text(event: Event) -> SafeString:
    """Return place and partner city in one line."""
    return places.place_html(event)


@register.filter
def start_time(occurrence: EventOccurrence) -> str:
    """Return the time at which an occurrence begins, on the event's own clock."""
    return dates.start_time_text(occurrence)


@register.simple_tag
def webcal(path: str, query: str) -> str:
    """Return an address that calendar programs offer to subscribe to."""
    address = settings.SITE_URL.partition("://")[2]
    return f"webcal://{address}{path}{'?' + query if query else ''}"


@register.simple_tag
def date_calendar_url(occurrence: EventOccurrence[Event]) -> str:
    """Return the address of the calendar file of this one date of a series."""
    return reverse("events:date-calendar", args=[occurrence.event.slug, occurrence.day_by_rule])
