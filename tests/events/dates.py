"""Dates that several tests of events share."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from events.models import Event
from tests.factories.event import EventFactory

LONDON = ZoneInfo("Europe/London")
IN_MARCH = datetime(2026, 3, 12, 12, tzinfo=UTC)
IN_MAY = datetime(2026, 5, 12, 12, tzinfo=UTC)


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


def weekly_in_march(**values) -> Event:
    """Mondays from 23 March 2026, 19:00 to 21:00: the clocks change on 29 March."""
    return weekly(
        **{"starts_at": london(2026, 3, 23, 19), "ends_at": london(2026, 3, 23, 21)} | values
    )


def running_in_may(**values) -> Event:
    """On at `IN_MAY`, for an hour more."""
    return EventFactory(starts_at=IN_MAY - timedelta(hours=1), **values)


def over(year: int = 2025, **values) -> Event:
    """An evening in March of that year."""
    return EventFactory(starts_at=london(year, 3, 1, 19), **values)
