import json

import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from content.models import Draft, UnsavedForm
from tests.factories.officer import OfficerFactory
from twinning_site.pages.models import Page


class DraftFactory(factory.django.DjangoModelFactory):
    """A draft of a page that is not there."""

    class Meta:
        model = Draft

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(Page))
    object_id = factory.Sequence(lambda n: str(n + 1))
    state = base = json.dumps({"format": 1, "rows": []})


class UnsavedFormFactory(factory.django.DjangoModelFactory):
    """The form of a page that is not there."""

    class Meta:
        model = UnsavedForm

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(Page))
    object_id = factory.Sequence(lambda n: str(n + 1))
    user = factory.SubFactory(OfficerFactory)
    opened_at = factory.LazyFunction(timezone.now)
