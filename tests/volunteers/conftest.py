import pytest

from tests.factories.application import ApplicationFactory
from tests.factories.officer import OfficerFactory


@pytest.fixture
def officer(open_office, client):
    officer = OfficerFactory(username="officer")
    client.force_login(officer)
    return officer


@pytest.fixture
def application(open_office):
    return ApplicationFactory(name="Zoë", email="zoe@example.org", message="Hello")
