from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import is_one_of
from content.models.mail.queued_email import QueuedEmail


class AttemptOutcome(models.TextChoices):
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")


class DeliveryAttempt(models.Model):
    """One try to hand an e-mail to the mail server. It goes when the e-mail is deleted."""

    email = models.ForeignKey(
        QueuedEmail,
        on_delete=models.CASCADE,
        related_name="attempts",
        verbose_name=_("e-mail"),
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=10, choices=AttemptOutcome)
    error_type = models.CharField(_("kind of error"), max_length=255, blank=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        constraints = [is_one_of("outcome", AttemptOutcome)]
        ordering = ["-pk"]
        verbose_name = _("try")
        verbose_name_plural = _("tries")

    def __str__(self) -> str:
        return self.get_outcome_display()
