import pytest
from django.test import Client

from cities.models import City
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of


@pytest.fixture
def browser(officer) -> Client:
    """A client that is checked as a browser is, with an officer signed in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    return client


@pytest.fixture
def city() -> City:
    return CityFactory(name="Bonn")


@pytest.fixture
def bonn(db):
    return LinkGroupFactory(name="Bonn Link", draft=True)


@pytest.fixture
def leiden(db):
    return LinkGroupFactory(name="Leiden Link", draft=True)


@pytest.fixture
def writer(client, bonn, leiden):
    user = writer_of(bonn)
    client.force_login(user)
    return user
