import pytest

from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory


@pytest.fixture
def open_office(db, settings):
    """An office that takes applications, from people as fast as tests."""
    settings.MESSAGE_MIN_SECONDS = 0
    CouncilFactory()
    return ConsentWordingFactory()
