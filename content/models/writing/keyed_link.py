"""Links with a key, which somebody without an account opens until a day."""

from __future__ import annotations

import secrets
from datetime import date, datetime, time, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.text.keys import hash_of


class KeyedLinkQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Keep those that have not ended."""
        return self.filter(expires_at__gt=timezone.now())

    def outdated(self) -> Self:
        """Keep those that have ended."""
        return self.filter(expires_at__lte=timezone.now())

    def of_token(self, token: str) -> Self:
        """Keep the open one with this key."""
        return self.open().filter(token_hash=hash_of(token))


class KeyedLink(models.Model):
    """A link whose key is shown once, to whoever made it; ending it deletes the row."""

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"), db_index=True)
    token_hash = models.CharField(max_length=64, unique=True)

    objects: ClassVar = KeyedLinkQuerySet.as_manager()

    class Meta:
        abstract = True
        # Whoever may change what it opens makes and ends it.
        default_permissions: ClassVar = ()
        ordering = ["expires_at", "pk"]

    @property
    def last_day(self) -> date:
        """Return the last day on which it opens anything."""
        return timezone.localdate(self.expires_at - timedelta(seconds=1))

    def new_token(self, last_day: date) -> str:
        """Set a new key, valid to the end of `last_day`, and return it; it is not stored."""
        token = secrets.token_urlsafe(32)
        midnight = datetime.combine(last_day + timedelta(days=1), time.min)
        self.token_hash, self.expires_at = hash_of(token), timezone.make_aware(midnight)
        return token
