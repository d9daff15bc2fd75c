import factory

from content.models import AttemptOutcome, DeliveryAttempt
from tests.factories.queued_email import QueuedEmailFactory


class DeliveryAttemptFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DeliveryAttempt

    email = factory.SubFactory(QueuedEmailFactory)
    outcome = AttemptOutcome.FAILED
    error_type = "ConnectionRefusedError"
    error = "[Errno 111] Connection refused"
