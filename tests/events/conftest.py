"""Days on which tests of events take place, with a council."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.events.examples import IN_MARCH, IN_MAY
from tests.factories.council import CouncilFactory


@pytest.fixture
def in_march(db) -> Iterator[None]:
    """Before the clocks change."""
    with time_machine.travel(IN_MARCH, tick=False):
        CouncilFactory()
        yield


@pytest.fixture
def in_may(db) -> Iterator[None]:
    with time_machine.travel(IN_MAY, tick=False):
        CouncilFactory()
        yield
