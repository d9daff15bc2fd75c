"""Words for events in templates; the components of events load them, pages need not."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString

from content.text.dates import clock_time
from events.date_text import when_text
from events.dates.occurrence import Occurrence, first_start
from events.dates.rule_in_words import in_words
from events.models import Event
from events.place_text import where_html

register = template.Library()


@register.filter
def when(occurrence: Occurrence) -> str:
    """When one date is, in words."""
    return when_text(occurrence)


@register.filter
def repeats(event: Event) -> str:
    """How an event repeats, in words; empty if it takes place once."""
    return in_words(event.recurrence, first_start(event), event.zone)


@register.filter
def where(event: Event) -> SafeString:
    """Place and partner city in one line."""
    return where_html(event)


@register.filter
def start_time(occurrence: Occurrence) -> str:
    """The hour at which one date begins, on the event's own clock."""
    return clock_time(occurrence.local_starts_at)


@register.simple_tag
def webcal(path: str, query: str) -> str:
    """The address by which programs understand that they are to subscribe."""
    address = settings.SITE_URL.partition("://")[2]
    return f"webcal://{address}{path}{'?' + query if query else ''}"
