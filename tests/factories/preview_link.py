from datetime import timedelta

import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from content.models import PreviewLink
from content.text.keys import hash_of
from tests.factories.officer import OfficerFactory
from twinning_site.pages.models import Page


class PreviewLinkFactory(factory.django.DjangoModelFactory):
    """One to a page that is not there, or to `thing`. Its key is `key-0001` and so on."""

    class Meta:
        model = PreviewLink
        exclude = ["key", "thing"]

    key = factory.Sequence(lambda n: f"key-{n:04}")
    thing = None
    content_type = factory.LazyAttribute(
        lambda it: ContentType.objects.get_for_model(it.thing or Page)
    )
    object_id = factory.LazyAttribute(lambda it: str(it.thing.pk if it.thing else 1))
    made_by = factory.SubFactory(OfficerFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))
    token_hash = factory.LazyAttribute(lambda it: hash_of(it.key))
