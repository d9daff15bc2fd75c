from datetime import timedelta

import factory
from django.utils import timezone

from events.models import Event, EventPhoto
from tests.factories.picture import PictureFactory
from tests.factories.publishing import PublishableFactory


class EventFactory(PublishableFactory):
    """An event of two hours that begins tomorrow, in the home city."""

    class Meta:
        model = Event
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Event {n:04}")
    slug = factory.Sequence(lambda n: f"event-{n:04}")
    summary = factory.LazyAttribute(lambda event: f"About {event.title}.")
    starts_at = factory.LazyFunction(
        lambda: timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    )
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=2))
    time_zone = "Europe/London"

    @factory.post_generation
    def cities(self, create, extracted):
        if extracted:
            self.cities.set(extracted)

    @factory.post_generation
    def groups(self, create, extracted):
        if extracted:
            self.groups.set(extracted)

    @factory.post_generation
    def themes(self, create, extracted):
        if extracted:
            self.themes.set(extracted)


class EventPhotoFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EventPhoto

    event = factory.SubFactory(EventFactory)
    picture = factory.SubFactory(PictureFactory)
