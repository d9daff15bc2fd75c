from events.models.event import Event
from events.models.occurrence_change import OccurrenceChange
from events.models.photo import EventPhoto
from events.models.queryset import EventQuerySet

__all__ = ["Event", "EventPhoto", "EventQuerySet", "OccurrenceChange"]
