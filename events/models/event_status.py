from django.db import models
from django.utils.translation import gettext_lazy as _


class EventStatus(models.TextChoices):
    """Whether an event takes place as it was announced."""

    # “Scheduled” is what a page is that appears later.
    SCHEDULED = "scheduled", _("takes place as planned")
    CANCELLED = "cancelled", _("cancelled")
    POSTPONED = "postponed", _("postponed")
    RESCHEDULED = "rescheduled", _("rescheduled")
    MOVED_ONLINE = "moved_online", _("moved online")


# Nothing takes place at the date that such an event has.
STATUSES_OFF = {EventStatus.CANCELLED, EventStatus.POSTPONED}
