import factory
from django.contrib.contenttypes.models import ContentType

from content.models import OutdatedTranslation
from tests.factories.page import PageFactory
from twinning_site.pages.models import Page


class OutdatedTranslationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OutdatedTranslation

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(Page))
    object_id = factory.LazyFunction(lambda: PageFactory().pk)
    field = "title"
    language = "de"
    source_digest = "0" * 64
