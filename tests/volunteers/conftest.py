import pytest

from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory


@pytest.fixture
def application(open_office):
    return ApplicationFactory(name="Zoë", email="zoe@example.org", message="Hello")


@pytest.fixture
def press(officer_client):
    def press(query="", client=officer_client, **fields):
        return client.post(f"/admin/volunteers/application/desk/{query}", fields, follow=True)

    return press


@pytest.fixture
def bonn():
    """A group of Bonn in which somebody receives messages."""
    group = LinkGroupFactory(name="Bonn Link", cities=[CityFactory(name="Bonn")])
    ContactFactory(group=group, email="chair@example.org", receives_messages=True)
    return group
