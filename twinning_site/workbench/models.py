"""Invitations, what people choose for themselves, and what letters of the day sheet know."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.text.keys import hash_of
from links.models import LinkGroup

VALID = timedelta(days=14)
# How long one that is over stays in the list
KEPT = timedelta(days=90)


class InvitationState(models.TextChoices):
    OPEN = "open", _("waits for an answer")
    ACCEPTED = "accepted", _("accepted")
    REVOKED = "revoked", _("revoked")
    EXPIRED = "expired", _("expired")


class InvitationQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Keep those that can be accepted now, as far as dates say."""
        now = timezone.now()
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=now)

    def of_token(self, token: str) -> Self:
        """Keep the open one that was sent with `token`."""
        return self.open().filter(token_hash=hash_of(token))

    def outdated(self) -> Self:
        """Keep those that have been over for long."""
        return self.filter(expires_at__lt=timezone.now() - KEPT)


class Invitation(models.Model):
    """A role that is offered to whoever reads one mailbox. Its key is in the e-mail alone."""

    email = models.EmailField(_("e-mail address"))
    role = models.ForeignKey(
        Group, on_delete=models.CASCADE, related_name="+", verbose_name=_("role")
    )
    groups = models.ManyToManyField(
        LinkGroup,
        blank=True,
        related_name="+",
        verbose_name=_("groups"),
        help_text=_("For writers: the groups for which they write."),
    )
    language = models.CharField(_("language of the e-mail"), max_length=10)
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        editable=False,
        verbose_name=_("invited by"),
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), editable=False)
    expires_at = models.DateTimeField(_("valid until"), editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects: ClassVar = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            has_its_texts("email", "language", "token_hash"),
            models.CheckConstraint(
                name="workbench_invitation_is_accepted_or_revoked",
                condition=models.Q(accepted_at=None) | models.Q(revoked_at=None),
            ),
        ]
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return self.email

    @property
    def state(self) -> InvitationState:
        """Return the state at this moment."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        is_over = self.expires_at <= timezone.now()
        return InvitationState.EXPIRED if is_over else InvitationState.OPEN

    def new_token(self, now: datetime) -> str:
        """Set a new key, which ends the earlier one, and return it; it is not stored."""
        token = secrets.token_urlsafe(32)
        self.token_hash, self.sent_at, self.expires_at = hash_of(token), now, now + VALID
        return token


class WeeklySheet(models.Model):
    """Somebody wants the day sheet by e-mail. `queued_on`: when the last one was queued."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    queued_on = models.DateField()

    def __str__(self) -> str:
        return f"#{self.pk}"


class ReviewTold(models.Model):
    """The owner of a row was told that this day has come to look at it again."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    review_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "review_on"],
                name="workbench_review_is_told_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.object_id} {self.review_on}"


class AccountSettings(models.Model):
    """What somebody has chosen for their own account."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_settings"
    )
    language = models.CharField(_("language of the admin"), max_length=10)

    class Meta:
        # Everybody chooses for themselves, on a page of their own.
        default_permissions: ClassVar = ()
        constraints = [has_its_texts("language")]

    def __str__(self) -> str:
        return f"{self.user}: {self.language}"
