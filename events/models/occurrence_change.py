from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.text.fields import I18nCharField
from events.dates.occurrence import DateChange
from events.dates.wall_clock import to_wall_clock
from events.models.event import Event


class OccurrenceChange(models.Model):
    """One date of a recurring event that is cancelled or moved."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="changes", verbose_name=_("event")
    )
    original_starts_at = models.DateTimeField(
        _("date by the rule"), help_text=_("When this occurrence would have started.")
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    starts_at = models.DateTimeField(_("now starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("now ends"), null=True, blank=True)
    note = I18nCharField(_("what visitors have to know"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="events_occurrencechange_once_a_date",
                fields=["event", "original_starts_at"],
            ),
            models.CheckConstraint(
                name="events_occurrencechange_cancelled_or_moved",
                condition=models.Q(is_cancelled=True, starts_at=None, ends_at=None)
                # A comparison with nothing is neither true nor false, which SQL lets pass.
                | models.Q(
                    is_cancelled=False,
                    starts_at__isnull=False,
                    ends_at__isnull=False,
                    ends_at__gt=models.F("starts_at"),
                ),
                violation_error_message=_("Either cancel it, or give its new start and end."),
            ),
        ]
        ordering = ["original_starts_at"]
        verbose_name = _("change of one date")
        verbose_name_plural = _("changes of single dates")

    def __str__(self) -> str:
        return f"{self.original_starts_at:%Y-%m-%d}"

    def as_date_change(self, zone: ZoneInfo) -> DateChange:
        """Return it as the value that dates are computed from; `zone` is the event's own."""
        day = to_wall_clock(self.original_starts_at, zone).date()
        return DateChange(day, self.starts_at, self.ends_at, self.note)
