"""Changes of public pages that readers do not see yet."""

from __future__ import annotations

import json
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts


class DraftQuerySet(models.QuerySet):
    def of(self, thing: models.Model) -> Self:
        """Keep the draft of one row, if it has one."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=kind, object_id=str(thing.pk))

    def scheduled(self) -> Self:
        """Keep drafts that are to be published at a moment."""
        return self.filter(publish_at__isnull=False)

    def due(self) -> Self:
        """Keep those whose moment has come, the earliest first."""
        return self.filter(publish_at__lte=timezone.now()).order_by("publish_at", "pk")


class Draft(models.Model):
    """What a row that is public, or will be by itself, is to become: one a row, for everybody.

    Attributes:
        state: the row and its parts as they are to be, as `content.versions.snapshot` has them.
            Parts that are new have negative keys.
        base: the same of what was public when the draft was last saved. What is the same in both
            nobody has changed, and stays what it is in public.
        publish_at: when the changes are published by themselves, if they are.
        publish_error: why that was not possible.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.CharField(max_length=40)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    saved_at = models.DateTimeField(_("saved at"), default=timezone.now)
    state = models.TextField()
    base = models.TextField()
    publish_at = models.DateTimeField(_("published at"), null=True, blank=True, db_index=True)
    publish_error = models.TextField(blank=True)

    objects: ClassVar = DraftQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="content_draft_one_a_row"
            ),
            has_its_texts("object_id", "state", "base"),
        ]
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as they are to be, the row itself first."""
        return json.loads(self.state)["rows"]

    @property
    def base_rows(self) -> list[dict[str, Any]]:
        """Return the rows that were public when it was saved."""
        return json.loads(self.base)["rows"]
