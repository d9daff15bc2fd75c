from datetime import timedelta

import factory
from django.utils import timezone

from content.text.keys import hash_of
from links.models import DropBox
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory


class DropBoxFactory(factory.django.DjangoModelFactory):
    """Its key is `key-0001` and so on, its maker a superuser."""

    class Meta:
        model = DropBox
        exclude = ["key"]

    key = factory.Sequence(lambda n: f"key-{n:04}")
    group = factory.SubFactory(LinkGroupFactory)
    made_by = factory.SubFactory(OfficerFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))
    token_hash = factory.LazyAttribute(lambda it: hash_of(it.key))
