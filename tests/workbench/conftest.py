import pytest
from django.test import Client

from cities.models import City
from tests.factories.city import CityFactory


@pytest.fixture
def browser(officer) -> Client:
    """A client that is checked as a browser is, with an officer signed in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    return client


@pytest.fixture
def city() -> City:
    return CityFactory(name="Bonn")
