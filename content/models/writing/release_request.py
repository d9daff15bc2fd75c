"""What somebody has written who may not publish it, and asks to have published."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts, is_one_of
from content.text.plain_fields import PlainTextField

# How long an answer is kept
KEPT = timedelta(days=365)


class ReleaseAnswer(models.TextChoices):
    """What became of a request; the empty one waits."""

    WAITS = "", _("waits for release")
    RELEASED = "released", _("released")
    SENT_BACK = "sent_back", _("sent back")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ReleaseRequestQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Keep those without an answer, the oldest first."""
        return self.filter(answer=ReleaseAnswer.WAITS).order_by("submitted_at", "pk")

    def of(self, thing: models.Model) -> Self:
        """Keep those for one row."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=kind, object_id=str(thing.pk))

    def outdated(self) -> Self:
        """Keep those that were sent long ago."""
        return self.filter(submitted_at__lt=timezone.now() - KEPT)


class ReleaseRequest(models.Model):
    """One asking for release. It names a state by its hash: of what is saved later it says nothing.

    Attributes:
        state_hash: of the state that its sender saw, as `content.drafts.releases` makes it.
        submitted_by: None for a group that handed it in by a link, without an account.
        word: what the sender says to whoever releases it.
        reply: what whoever answered says.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.CharField(max_length=40)
    state_hash = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted"), default=timezone.now)
    word = PlainTextField(_("a word to the office"), blank=True, max_length=1000)
    answer = models.CharField(
        _("answer"),
        max_length=20,
        choices=ReleaseAnswer,
        default=ReleaseAnswer.WAITS,
        blank=True,
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered"), null=True)
    reply = PlainTextField(_("a word to whoever wrote it"), blank=True, max_length=1000)

    objects: ClassVar = ReleaseRequestQuerySet.as_manager()

    class Meta:
        # Who may write a row may ask, who may publish it may answer.
        default_permissions: ClassVar = ()
        constraints = [
            has_its_texts("object_id", "state_hash"),
            is_one_of("answer", ReleaseAnswer),
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=models.Q(answer=""),
                name="content_releaserequest_one_waits",
            ),
        ]
        ordering = ["-submitted_at", "-pk"]
        verbose_name = _("request for release")
        verbose_name_plural = _("requests for release")

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"

    @property
    def sender_name(self) -> str:
        """Return the name of whoever submitted it."""
        sender = self.submitted_by
        if sender is None:
            return gettext("the group (by its drop box link)")
        return sender.get_full_name() or sender.get_username()
