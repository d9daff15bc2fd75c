import factory

from content.models import MailTemplate


class MailTemplateFactory(factory.django.DjangoModelFactory):
    """The office's own words for one letter of the site."""

    class Meta:
        model = MailTemplate
        django_get_or_create = ["name"]

    name = "kept_aside"
