import pytest

from tests.factories.application import ApplicationFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.officer import OfficerFactory


@pytest.fixture
def open_office(db, settings):
    """An office that takes applications, from people as fast as tests."""
    settings.MESSAGE_MIN_SECONDS = 0
    CouncilFactory()
    return ConsentWordingFactory()


@pytest.fixture
def officer(open_office, client):
    officer = OfficerFactory(username="officer")
    client.force_login(officer)
    return officer


@pytest.fixture
def application(open_office):
    return ApplicationFactory(name="Zoë", email="zoe@example.org", message="Hello")
