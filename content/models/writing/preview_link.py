"""Links by which somebody without an account sees a page before the public does."""

from __future__ import annotations

import secrets
from datetime import date, datetime, time, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.text.keys import hash_of


class PreviewLinkQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Keep those that have not ended."""
        return self.filter(expires_at__gt=timezone.now())

    def outdated(self) -> Self:
        """Keep those that have ended."""
        return self.filter(expires_at__lte=timezone.now())

    def of(self, thing: models.Model) -> Self:
        """Keep those to one row."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=kind, object_id=str(thing.pk))

    def of_token(self, token: str) -> Self:
        """Keep the open one with this key."""
        return self.open().filter(token_hash=hash_of(token))


class PreviewLink(models.Model):
    """A link to one row. Its key is shown once, to whoever made it; ending it deletes the row."""

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.CharField(max_length=40)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"), db_index=True)
    token_hash = models.CharField(max_length=64, unique=True)

    objects: ClassVar = PreviewLinkQuerySet.as_manager()

    class Meta:
        # Whoever may change the row makes and ends them.
        default_permissions: ClassVar = ()
        constraints = [has_its_texts("object_id", "token_hash")]
        ordering = ["expires_at", "pk"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"

    @property
    def last_day(self) -> date:
        """Return the last day on which it opens the page."""
        return timezone.localdate(self.expires_at - timedelta(seconds=1))

    def new_token(self, last_day: date) -> str:
        """Set a new key, valid to the end of `last_day`, and return it; it is not stored."""
        token = secrets.token_urlsafe(32)
        midnight = datetime.combine(last_day + timedelta(days=1), time.min)
        self.token_hash, self.expires_at = hash_of(token), timezone.make_aware(midnight)
        return token
