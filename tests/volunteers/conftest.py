import pytest

from tests.factories.application import ApplicationFactory


@pytest.fixture
def application(open_office):
    return ApplicationFactory(name="Zoë", email="zoe@example.org", message="Hello")
