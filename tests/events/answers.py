"""What the site answered, read for the tests of events."""

from django.test import Client
from icalendar import Calendar
from icalendar.cal import Component


def html(client: Client, path: str) -> str:
    """The page at `path`, which has to be there."""
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def component(calendar: bytes, index: int = 0) -> Component:
    """One event of a calendar file."""
    return Calendar.from_ical(calendar).walk("VEVENT")[index]
