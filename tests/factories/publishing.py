from datetime import timedelta

import factory
from django.utils import timezone


class PublishableFactory(factory.django.DjangoModelFactory):
    """Live by default; a trait gives each other state."""

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(published_at=None)
        scheduled = factory.Trait(
            published_at=factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))
        )
        expired = factory.Trait(
            expires_at=factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
        )

    published_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
