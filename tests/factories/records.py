import factory
from django.utils import timezone

from content.models import ErasureRecord, RateCount


class ErasureRecordFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ErasureRecord

    what = "application"
    number = 1
    reason = "due"


class RateCountFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RateCount

    key = factory.Sequence(lambda n: f"key-{n:04}")
    until = factory.LazyFunction(timezone.now)
