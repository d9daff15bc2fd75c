from events.models.event import Event
from events.models.event_occurrence import EventOccurrence
from events.models.event_status import EventStatus
from events.models.now_and_next import Agenda
from events.models.occurrence_change import OccurrenceChange
from events.models.photo import EventPhoto
from events.models.queryset import EventQuerySet

__all__ = [
    "Agenda",
    "Event",
    "EventOccurrence",
    "EventPhoto",
    "EventQuerySet",
    "EventStatus",
    "OccurrenceChange",
]
