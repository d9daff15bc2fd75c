"""The fields of an event whose changes calendars announce."""

from django.conf import settings
from django.db import models
from i18nfield.strings import LazyI18nString

from content.text.fields import I18nCharField, I18nTextField

# Calendars show a change of these as an update (RFC 5546, 2.1.4).
ANNOUNCED = (
    "address",
    "city_id",
    "ends_at",
    "is_all_day",
    "online_url",
    "place",
    "recurrence",
    "starts_at",
    "status",
    "time_zone",
)


def changed_fields(event: models.Model) -> dict[str, object]:
    """Return what the announced fields held that a save would change: 1 query, {} if it is new."""
    if not event.pk:
        return {}
    stored = type(event)._base_manager.filter(pk=event.pk).values(*ANNOUNCED).first() or {}
    return {
        name: before
        for name, before in stored.items()
        if _as_said(event, name, before) != _as_said(event, name, getattr(event, name))
    }


def _as_said(event: models.Model, name: str, value: object) -> object:
    """Return a value to compare; a text counts by what it says in each language."""
    if not isinstance(event._meta.get_field(name), I18nCharField | I18nTextField):
        return value
    text = LazyI18nString(value)
    return [text.localize(code) for code in settings.SITE_LANGUAGES]
