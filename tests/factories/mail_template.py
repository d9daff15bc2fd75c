import factory

from content.models import MailTemplate


class MailTemplateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MailTemplate

    name = factory.Sequence(lambda n: f"letter_{n:04}")
