"""Banners for the whole site."""

from __future__ import annotations

from django.core.cache import cache
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.fields import I18nTextField

CACHE_KEY = "notices"


class Notice(models.Model):
    """A banner with a level, a beginning and an end."""

    class Level(models.TextChoices):
        INFO = "info", _("information")
        WARNING = "warning", _("warning")
        URGENT = "urgent", _("urgent")

    level = models.CharField(_("level"), max_length=20, choices=Level, default=Level.INFO)
    text = I18nTextField(_("text"), help_text=_("One or two plain sentences."))
    url = models.CharField(
        _("address to read more"), max_length=200, blank=True, help_text=_("Such as /events/.")
    )
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(_("shown until"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pages_notice_ends_after_start",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It has to end after it starts."),
            )
        ]
        ordering = ["-starts_at"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return str(self.text)

    def save(self, *args, **kwargs) -> None:
        super().save(*args, **kwargs)
        transaction.on_commit(lambda: cache.delete(CACHE_KEY))

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        result = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: cache.delete(CACHE_KEY))
        return result

    @classmethod
    def current(cls) -> list[Notice]:
        """The notices to show at this moment, read from the cache, most urgent first."""
        now = timezone.now()
        candidates = cache.get_or_set(
            CACHE_KEY, lambda: list(cls.objects.filter(ends_at__gt=now))
        )
        order = list(cls.Level.values)
        return sorted(
            (notice for notice in candidates if notice.starts_at <= now < notice.ends_at),
            key=lambda notice: -order.index(notice.level),
        )
