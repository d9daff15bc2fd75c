from datetime import timedelta

import factory
from django.utils import timezone

from twinning_site.pages.models import Notice


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    text = factory.Sequence(lambda n: f"Notice {n:04}")
    ends_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
