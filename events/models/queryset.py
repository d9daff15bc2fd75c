"""What the words "now", "next" and "past" mean for events."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone

from content.models import PublishableQuerySet


class EventQuerySet(PublishableQuerySet):
    """An event is past once its last occurrence has ended; until then it is ahead."""

    def ahead(self, at: datetime | None = None) -> EventQuerySet:
        """Keep events that are on or still to come, soonest first.

        `events.agenda` splits them into now and next: a recurring event's turn is computed.
        """
        at = at or timezone.now()
        return self.filter(models.Q(last_ends_at=None) | models.Q(last_ends_at__gt=at)).order_by(
            "starts_at", "pk"
        )

    def past(self, at: datetime | None = None) -> EventQuerySet:
        """Keep events that are over, latest first."""
        at = at or timezone.now()
        return self.filter(last_ends_at__lte=at).order_by("-last_ends_at", "-pk")
