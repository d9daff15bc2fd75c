"""When a thing is public: one nullable moment, and perhaps a second that ends it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PublishableQuerySet(models.QuerySet):
    """The only door through which public code reads."""

    def published(self, at: datetime | None = None) -> PublishableQuerySet:
        """Keep what is public now, or at the aware moment `at`."""
        at = at or timezone.now()
        return self.filter(
            models.Q(expires_at=None) | models.Q(expires_at__gt=at), published_at__lte=at
        )

    def last_published(self, most: int) -> PublishableQuerySet:
        """Those that were published last, `most` of them."""
        return self.order_by("-published_at", "-pk")[:most]

    def drafts(self) -> PublishableQuerySet:
        """Keep what has no date of publication."""
        return self.filter(published_at=None)

    def scheduled(self) -> PublishableQuerySet:
        """Keep what appears later."""
        now = timezone.now()
        return self.filter(
            models.Q(expires_at=None) | models.Q(expires_at__gt=now), published_at__gt=now
        )

    def expired(self) -> PublishableQuerySet:
        """Keep what has been taken down."""
        return self.filter(published_at__isnull=False, expires_at__lte=timezone.now())

    def to_review(self) -> PublishableQuerySet:
        """Keep what the officer asked to look at again, by today or earlier."""
        return self.filter(review_on__lte=timezone.localdate())


class Publishable(models.Model):
    """Draft without `published_at`, scheduled before it, live after it, until `expires_at`."""

    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_(
            "Empty: a draft that only officers see. In the future: it appears at that moment."
        ),
    )
    expires_at = models.DateTimeField(
        _("taken down at"),
        null=True,
        blank=True,
        help_text=_("From this moment the public no longer sees it. Empty: it stays."),
    )
    review_on = models.DateField(
        _("look again on"),
        null=True,
        blank=True,
        help_text=_("From this day the start page asks you whether it is still right."),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("author"),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last updated"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_expires_after_published",
                condition=models.Q(expires_at=None)
                | models.Q(published_at=None)
                | models.Q(expires_at__gt=models.F("published_at")),
                violation_error_message=_("It has to be taken down after it is published."),
            )
        ]

    @property
    def is_published(self) -> bool:
        """Whether the public sees it now: the mirror of `published()`."""
        return self.publishing_state == "live"

    @property
    def publishing_state(self) -> str:
        """One of `draft`, `scheduled`, `live`, `expired`."""
        now = timezone.now()
        if self.published_at is None:
            return "draft"
        if self.expires_at and self.expires_at <= now:
            return "expired"
        return "scheduled" if self.published_at > now else "live"
