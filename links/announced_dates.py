"""What an issue of a newsletter tells of coming events, for its page and its PDF alike."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from links.models import LinkGroup, Newsletter


def coming_dates(newsletter: Newsletter) -> list:
    """The dates (`events.dates.occurrence.Occurrence`) from its publication to `events_until`.

    Those of its group; the council's own issue has those of all. The events are reached through
    the relation, for `events` stands above this app.
    """
    if newsletter.events_until is None:
        return []
    if newsletter.group:
        events = newsletter.group.events.published()
    else:
        model = LinkGroup._meta.get_field("events").related_model
        events = model._default_manager.published()
    last_day_ends = datetime.combine(newsletter.events_until + timedelta(days=1), time.min)
    return events.between(
        newsletter.published_at or timezone.now(), timezone.make_aware(last_day_ends)
    )
