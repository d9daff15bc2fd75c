"""Events, and changes of their dates, that several tests share."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from events.actions import record_date_changes
from events.models import Event, OccurrenceChange
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


def cancel_date(event: Event, original_starts_at: datetime, note: str = "") -> None:
    """Cancel one date of a recurring event, as an officer does in the admin."""
    OccurrenceChange.objects.create(
        event=event, original_starts_at=original_starts_at, is_cancelled=True, note=note
    )
    record_date_changes(event)


def move_date(
    event: Event, original_starts_at: datetime, starts_at: datetime, ends_at: datetime
) -> None:
    """Hold one date of a recurring event at another time."""
    OccurrenceChange.objects.create(
        event=event, original_starts_at=original_starts_at, starts_at=starts_at, ends_at=ends_at
    )
    record_date_changes(event)


def state(event: Event, at: datetime) -> str:
    """Whether the event is `now`, `next` or `past` at the aware moment `at`."""
    occurrence = event.current_or_next(at)
    if occurrence is None:
        return "past"
    return "now" if occurrence.has_begun(at) else "next"


def over(year: int = 2025, **values) -> Event:
    """An evening in March of that year."""
    return EventFactory(starts_at=london(year, 3, 1, 19), **values)
