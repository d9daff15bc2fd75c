"""The wordings that applicants agree to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models import MarkedAsExample
from content.models.constraints import has_its_texts
from content.text.fields import I18nTextField


class ConsentWordingQuerySet(models.QuerySet["ConsentWording"]):
    """Wordings by the time from which they apply."""

    def current(self) -> ConsentWording | None:
        """Return the wording that applies now, or None; then nobody can apply."""
        return self.filter(valid_from__lte=timezone.now()).order_by("-valid_from", "-pk").first()


class ConsentWording(MarkedAsExample):
    """One version of the consent. It is kept as proof (GDPR, article 7), so it never changes."""

    version = models.CharField(
        _("version"), max_length=20, unique=True, help_text=_("Such as “2026-1”.")
    )
    text = I18nTextField(
        _("wording"),
        help_text=_("The sentence beside the box that people tick, in plain words."),
    )
    valid_from = models.DateTimeField(_("valid from"), default=timezone.now)

    objects = ConsentWordingQuerySet.as_manager()

    class Meta:
        constraints = [has_its_texts("version", "text")]
        ordering = ["-valid_from"]
        verbose_name = _("consent wording")
        verbose_name_plural = _("consent wordings")

    def __str__(self) -> str:
        return self.version

    def clean(self) -> None:
        """Refuse to change a wording that somebody agreed to.

        Raises:
            ValidationError: if it would be changed.
        """
        super().clean()
        if self.pk and self.is_used:
            stored = type(self).objects.get(pk=self.pk)
            if (stored.version, stored.text.data) != (self.version, self.text.data):
                raise ValidationError(
                    _("People have agreed to this wording. Add a new version instead.")
                )

    @property
    def is_used(self) -> bool:
        """Return whether anybody has agreed to it."""
        return self.applications.exists()
