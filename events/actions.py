"""Changes that need more than one model to be right."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from events.models import Event, OccurrenceChange


@transaction.atomic
def record_date_changes(event: Event) -> None:
    """Update an event whose changes of single dates were saved; call this after saving them.

    A date moved to after the last one makes the event end later, and calendars have to be told.
    """
    event = Event._base_manager.select_for_update().get(pk=event.pk)
    event.sequence += 1
    event.save(update_fields=["sequence", "updated_at"])


def update_next_dates() -> int:
    """Store the current or next date of events that recur; return how many have another one.

    Lists are right without it, but compute the date of each event of which one has ended since.
    Each event is a transaction of its own, and so little is written that nobody waits.
    """
    now, count = timezone.now(), 0
    recurring = Event.objects.upcoming(now).exclude(recurrence="")
    for event in list(recurring.with_changes()):
        if event.set_next(now):
            columns = ("next_from", "next_starts_at", "next_ends_at")
            Event._base_manager.filter(pk=event.pk, updated_at=event.updated_at).update(
                **{name: getattr(event, name) for name in columns}
            )
            count += 1
    return count


@transaction.atomic
def move_one_date(
    event: Event, original_starts_at: datetime, starts_at: datetime, ends_at: datetime
) -> None:
    """Hold one date of a series at another time; visitors are told of the old one."""
    OccurrenceChange.objects.update_or_create(
        event=event,
        original_starts_at=original_starts_at,
        defaults={"is_cancelled": False, "starts_at": starts_at, "ends_at": ends_at},
    )
    record_date_changes(event)
