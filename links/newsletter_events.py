"""The upcoming events that an issue of a newsletter lists, on its page and in its PDF."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from links.models import LinkGroup, Newsletter


def upcoming_occurrences(newsletter: Newsletter) -> list[Any]:
    """Return the occurrences (`EventOccurrence`) from the publication to the day `events_until`.

    An issue of a group lists those of the group, an issue of the council lists all. The app
    `events` stands above this one, so that its model is reached through the relation.
    """
    if newsletter.events_until is None:
        return []
    if newsletter.group:
        events = newsletter.group.events.published()
    else:
        event_model: Any = LinkGroup._meta.get_field("events").related_model
        events = event_model.objects.published()
    last_day_ends = datetime.combine(newsletter.events_until + timedelta(days=1), time.min)
    return events.occurrences_between(
        newsletter.published_at or timezone.now(), timezone.make_aware(last_day_ends)
    )
