from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import Picture
from events.models.event import Event


class EventPhoto(models.Model):
    """A picture of an event, in the order the officer gives."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="photos", verbose_name=_("event")
    )
    picture = models.ForeignKey(
        Picture, on_delete=models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="events_eventphoto_once_an_event", fields=["event", "picture"]
            )
        ]
        ordering = ["position", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self) -> str:
        return str(self.picture)
