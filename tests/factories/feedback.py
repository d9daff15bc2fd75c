import factory
from django.utils import timezone

from twinning_site.pages.models import Feedback


class FeedbackFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Feedback

    fingerprint = factory.Sequence(lambda n: f"feedback-{n:04}")
    language = "en"
    page = "/cities/"
    rating = "good"
    erase_on = factory.LazyFunction(timezone.localdate)
