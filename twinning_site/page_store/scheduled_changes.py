"""When the clock by itself changes what the public sees: the next such moment."""

from datetime import UTC, datetime, timedelta

from django.db.models import DateTimeField, Min, Model, Q

from events.models import Event
from twinning_site.page_store.triggers import shown_models

# In every time zone, days begin at a whole quarter of an hour of UTC.
QUARTER = timedelta(minutes=15)


def next_change(now: datetime) -> datetime:
    """Return the first moment after `now` at which a page may look different by itself.

    That is a publication, an expiry, the start or end of an event's date or of a notice, or at the
    latest the next quarter of an hour, so that days begin on time in every time zone.
    """
    latest = now - (now - datetime.min.replace(tzinfo=UTC)) % QUARTER + QUARTER
    moments = [latest]
    for model in shown_models():
        moments += _column_moments(model, now, latest)
    for occurrence in Event.objects.published().occurrences_between(now, latest):
        moments += [
            moment for moment in (occurrence.starts_at, occurrence.ends_at) if now < moment < latest
        ]
    return min(moments)


def _column_moments(model: type[Model], now: datetime, latest: datetime) -> list[datetime]:
    """Return the soonest moment between the two of each date column that officers fill."""
    names = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, DateTimeField) and field.editable
    ]
    soonest = {
        f"min_{name}": Min(name, filter=Q(**{f"{name}__gt": now, f"{name}__lt": latest}))
        for name in names
    }
    found = model._base_manager.aggregate(**soonest) if soonest else {}
    return [moment for moment in found.values() if moment]
