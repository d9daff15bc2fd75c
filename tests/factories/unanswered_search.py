import factory
from django.utils import timezone

from twinning_site.search.models import UnansweredSearch


class UnansweredSearchFactory(factory.django.DjangoModelFactory):
    """Words that were asked often enough to be shown."""

    class Meta:
        model = UnansweredSearch

    words = factory.Sequence(lambda n: f"allotment {chr(97 + n // 26 % 26)}{chr(97 + n % 26)}")
    language = "en"
    days = 3
    last_day = factory.LazyFunction(timezone.localdate)
    month = factory.LazyAttribute(lambda it: it.last_day.replace(day=1))
