import factory
from django.utils import timezone
from post_office.models import STATUS

from content.models import QueuedEmail


class QueuedEmailFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QueuedEmail

    from_email = "twinning@example.org"
    to = factory.Sequence(lambda n: [f"reader-{n}@example.org"])
    subject = factory.Sequence(lambda n: f"Letter {n}")
    message = "Hello"
    status = STATUS.queued
    scheduled_time = factory.LazyFunction(timezone.now)
