import factory
from django.utils import timezone

from content.models import ExternalAddress


class ExternalAddressFactory(factory.django.DjangoModelFactory):
    """An address whose turn it is, and of which nothing is known yet."""

    class Meta:
        model = ExternalAddress

    url = factory.Sequence(lambda n: f"https://example.org/{n}/")
    next_check_at = factory.LazyFunction(timezone.now)
