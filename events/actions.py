"""Changes that need more than one model to be right."""

from django.db import transaction

from events.models import Event


@transaction.atomic
def record_date_changes(event: Event) -> None:
    """Update an event whose changes of single dates were saved; call this after saving them.

    A date moved to after the last one makes the event end later, and calendars have to be told.
    """
    event = Event._base_manager.select_for_update().get(pk=event.pk)
    event.sequence += 1
    event.save(update_fields=["sequence", "updated_at"])
