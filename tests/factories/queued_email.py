import factory
from django.utils import timezone

from content.models import EmailState, QueuedEmail
from content.models.mail.queued_email import WAITING


class QueuedEmailFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QueuedEmail

    sender = "twinning@example.org"
    recipient = factory.Sequence(lambda n: f"reader-{n:04}@example.org")
    subject = factory.Sequence(lambda n: f"E-mail {n:04}")
    text = "Hello"
    message_id = factory.Sequence(lambda n: f"<{n:04}@example.org>")
    state = EmailState.QUEUED
    due_at = factory.LazyAttribute(lambda it: timezone.now() if it.state in WAITING else None)
    sent_at = factory.LazyAttribute(
        lambda it: timezone.now() if it.state == EmailState.SENT else None
    )
