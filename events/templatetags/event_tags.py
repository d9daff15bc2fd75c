"""Words for events in templates; the components of events load them, pages need not."""

from django import template

from events.agenda import Occurrence, first_start
from events.models import Event
from events.recurrence_words import in_words
from events.when import when_text

register = template.Library()


@register.filter
def when(occurrence: Occurrence) -> str:
    """When one date is, in words."""
    return when_text(occurrence)


@register.filter
def repeats(event: Event) -> str:
    """How an event repeats, in words; empty if it takes place once."""
    return in_words(event.recurrence, first_start(event), event.zone)
