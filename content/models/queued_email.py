from django.utils.translation import gettext_lazy as _
from post_office.models import Email


class QueuedEmail(Email):
    """A row of the outbox as officers see it. Its name tells nothing about the recipient."""

    class Meta:
        proxy = True
        verbose_name = _("letter")
        verbose_name_plural = _("outbox")

    def __str__(self) -> str:
        return f"#{self.pk}"
