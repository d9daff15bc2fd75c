import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from twinning_site.workbench.models import ReviewTold, WeeklySheet


class WeeklySheetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = WeeklySheet

    user = factory.SubFactory(OfficerFactory, email="officer@example.org")
    queued_on = factory.LazyFunction(timezone.localdate)


class ReviewToldFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReviewTold
        exclude = ["row"]

    row = factory.SubFactory(PageFactory)
    content_type = factory.LazyAttribute(lambda it: ContentType.objects.get_for_model(it.row))
    object_id = factory.SelfAttribute("row.pk")
    review_on = factory.LazyFunction(timezone.localdate)
