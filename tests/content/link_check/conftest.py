import pytest

from content.link_check.checking import Checker
from tests.content.link_check.web_server import WebServer


@pytest.fixture
def web():
    """A web server on this machine."""
    with WebServer() as server:
        yield server


class Clock:
    """A clock that moves on only while somebody sleeps."""

    def __init__(self):
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def checker(clock) -> Checker:
    """A checker that may ask this machine, which the real one must not, and does not wait."""
    return Checker(resolve=lambda host, port: ["127.0.0.1"], sleep=clock.sleep, clock=clock)
