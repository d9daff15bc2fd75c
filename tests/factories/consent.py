from datetime import UTC, datetime

import factory
from i18nfield.strings import LazyI18nString

from volunteers.models import ConsentWording


class ConsentWordingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ConsentWording

    version = factory.Sequence(lambda n: f"2026-{n:04}")
    text = LazyI18nString(
        {
            "en": "I agree that the office keeps my answers to find a task for me.",
            "de": "Ich bin einverstanden, dass das Büro meine Antworten aufbewahrt.",
        }
    )
    valid_from = datetime(2026, 1, 1, tzinfo=UTC)
