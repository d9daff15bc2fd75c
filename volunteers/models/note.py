from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.text.plain_fields import PlainTextField
from volunteers.models.application import Application


class Note(models.Model):
    """A dated note about an application, by an officer or recorded on a change of state."""

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="notes",
        verbose_name=_("application"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    created_at = models.DateTimeField(_("date"), default=timezone.now, editable=False)
    text = PlainTextField(
        _("note"), help_text=_("The applicant may ask to read what is written here.")
    )

    class Meta:
        constraints = [has_its_texts("text")]
        ordering = ["-created_at", "-pk"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self) -> str:
        return f"{self.application}, {self.created_at:%Y-%m-%d}"
