from datetime import datetime, timezone

import factory

from volunteers.models import ConsentWording


class ConsentWordingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ConsentWording

    version = factory.Sequence(lambda n: f"2026-{n}")
    text = "I agree that the office keeps my answers to find a task for me."
    valid_from = datetime(2026, 1, 1, tzinfo=timezone.utc)
