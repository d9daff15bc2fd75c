"""Dates that several tests of events share."""

from datetime import datetime
from zoneinfo import ZoneInfo

from events.models import Event
from tests.factories.event import EventFactory

LONDON = ZoneInfo("Europe/London")


def london(*parts: int) -> datetime:
    """A moment by the clocks of London."""
    return datetime(*parts, tzinfo=LONDON)


def weekly(**values) -> Event:
    """An evening from 19:00 to 21:00, every Monday from 4 May 2026 on."""
    return EventFactory(
        **{
            "starts_at": london(2026, 5, 4, 19),
            "ends_at": london(2026, 5, 4, 21),
            "recurrence": "FREQ=WEEKLY",
        }
        | values
    )
