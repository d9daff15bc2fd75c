"""What takes more than one model to be right."""

from datetime import datetime

from django.db import transaction

from events.models import Event, OccurrenceChange


def cancel_date(event: Event, original_starts_at: datetime, note: str = "") -> OccurrenceChange:
    """Call off one date of a recurring event; the date stays visible and says so."""
    return _change(event, original_starts_at, {"is_cancelled": True, "note": note})


def move_date(
    event: Event,
    original_starts_at: datetime,
    starts_at: datetime,
    ends_at: datetime,
    note: str = "",
) -> OccurrenceChange:
    """Hold one date of a recurring event at another time."""
    return _change(
        event, original_starts_at, {"starts_at": starts_at, "ends_at": ends_at, "note": note}
    )


@transaction.atomic
def _change(event: Event, original_starts_at: datetime, values: dict) -> OccurrenceChange:
    blank = {"is_cancelled": False, "starts_at": None, "ends_at": None, "note": ""}
    change, _created = event.changes.update_or_create(
        original_starts_at=original_starts_at, defaults=blank | values
    )
    dates_changed(event)
    return change


@transaction.atomic
def dates_changed(event: Event) -> None:
    """Take note that changes of single dates were written: call this after saving them.

    A date moved to after the last one makes the event end later, and calendars have to be told.
    """
    event = Event._base_manager.select_for_update().get(pk=event.pk)
    event.sequence += 1
    event.save(update_fields=["sequence", "updated_at"])
