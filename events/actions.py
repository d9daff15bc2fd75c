"""Changes that need more than one model to be right."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from events.models import Event, EventStatus, OccurrenceChange


@transaction.atomic
def record_date_changes(event: Event) -> None:
    """Update an event whose changes of single dates were saved; call this after saving them."""
    event = Event._base_manager.select_for_update().get(pk=event.pk)
    event.parts_were_saved([OccurrenceChange])


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
    event: Event,
    original_starts_at: datetime,
    starts_at: datetime,
    ends_at: datetime,
    note: LazyI18nString | None = None,
) -> None:
    """Hold one date of a series at another time; visitors are told of the old one."""
    defaults = {"is_cancelled": False, "starts_at": starts_at, "ends_at": ends_at}
    OccurrenceChange.objects.update_or_create(
        event=event,
        original_starts_at=original_starts_at,
        defaults=defaults if note is None else defaults | {"note": note},
    )
    record_date_changes(event)


@transaction.atomic
def cancel_dates(
    event: Event, original_starts: Iterable[datetime], note: LazyI18nString | str
) -> None:
    """Cancel single dates of a series, which visitors go on seeing as cancelled."""
    cancelled = {"is_cancelled": True, "starts_at": None, "ends_at": None, "note": note}
    for start in original_starts:
        OccurrenceChange.objects.update_or_create(
            event=event, original_starts_at=start, defaults=cancelled
        )
    record_date_changes(event)


@transaction.atomic
def restore_dates(event: Event, original_starts: Iterable[datetime]) -> None:
    """Hold single dates of a series as its rule has them, again."""
    OccurrenceChange.objects.filter(event=event, original_starts_at__in=original_starts).delete()
    record_date_changes(event)


@transaction.atomic
def set_status(event: Event, status: EventStatus, note: LazyI18nString | str) -> None:
    """Cancel or postpone an event that takes place once, or hold it as planned."""
    event.status, event.status_note = status, note
    event.save()


@transaction.atomic
def move_event(
    event: Event, starts_at: datetime, ends_at: datetime, note: LazyI18nString | str
) -> None:
    """Hold an event that takes place once at another time; visitors are told of the old one."""
    event.starts_at, event.ends_at = starts_at, ends_at
    if event.is_published:
        event.status = EventStatus.RESCHEDULED
    event.status_note = note
    event.save()
