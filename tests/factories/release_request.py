import factory
from django.contrib.contenttypes.models import ContentType

from content.models import ReleaseRequest
from tests.factories.officer import OfficerFactory
from twinning_site.pages.models import Page


class ReleaseRequestFactory(factory.django.DjangoModelFactory):
    """One for a page that is not there."""

    class Meta:
        model = ReleaseRequest

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(Page))
    object_id = factory.Sequence(lambda n: str(n + 1))
    state_hash = "0" * 64
    submitted_by = factory.SubFactory(OfficerFactory)
