import factory

from events.models import OccurrenceChange
from tests.factories.event import EventFactory


class OccurrenceChangeFactory(factory.django.DjangoModelFactory):
    """The first date of a weekly event, cancelled."""

    class Meta:
        model = OccurrenceChange

    event = factory.SubFactory(EventFactory, recurrence="FREQ=WEEKLY")
    original_starts_at = factory.SelfAttribute("event.starts_at")
    is_cancelled = True
