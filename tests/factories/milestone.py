import factory

from cities.models import Milestone
from tests.factories.city import CityFactory


class MilestoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Milestone

    city = factory.SubFactory(CityFactory)
    kind = "signing"
    title = factory.Sequence(lambda n: f"Step {n:04}")
    year = 1947
