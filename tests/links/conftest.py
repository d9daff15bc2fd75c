import pytest

from tests.factories.drop_box import DropBoxFactory


@pytest.fixture
def box(db):
    return DropBoxFactory(key="key-of-bonn", group__name="Bonn Link")
