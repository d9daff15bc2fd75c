"""What the sites of these tests hold before anything goes wrong."""

from django.test import Client

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.officer import OfficerFactory


def fill() -> None:
    """Write an office that takes applications, three cities, and an officer who is signed in."""
    CouncilFactory()
    ConsentWordingFactory()
    CityFactory.create_batch(3)
    Client().force_login(OfficerFactory())
