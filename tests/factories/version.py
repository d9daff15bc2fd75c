import json

import factory
from django.contrib.contenttypes.models import ContentType

from content.models import Version
from twinning_site.pages.models import Page


class VersionFactory(factory.django.DjangoModelFactory):
    """A version of a page that is not there."""

    class Meta:
        model = Version

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(Page))
    object_id = "1"
    number = factory.Sequence(lambda n: n + 1)
    heading = "Visits"
    state = json.dumps({"format": 1, "rows": []})
