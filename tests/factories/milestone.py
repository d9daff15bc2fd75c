import factory

from cities.models import Milestone
from tests.factories.city import CityFactory


class MilestoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Milestone

    city = factory.SubFactory(CityFactory)
    kind = Milestone.Kind.SIGNING
    title = factory.Sequence(lambda n: f"Step {n}")
    year = 1947
