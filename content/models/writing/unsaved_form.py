"""What people are writing in forms of the admin and have not saved yet."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Whoever has not been heard of for so long has left.
AWAY_AFTER = timedelta(minutes=2)
KEPT_FOR = timedelta(days=30)


class UnsavedFormQuerySet(models.QuerySet):
    def of(self, model: type[models.Model], key: object) -> Self:
        """Keep the forms of one row; `key` is None for rows that are not stored yet."""
        kind = ContentType.objects.get_for_model(model)
        return self.of_key(kind, "" if key is None else str(key))

    def of_key(self, kind: ContentType, key: str) -> Self:
        """Keep the forms of the row that has or had this key."""
        return self.filter(content_type=kind, object_id=key)

    def in_use(self) -> Self:
        """Keep those that somebody has open now."""
        return self.filter(seen_at__gt=timezone.now() - AWAY_AFTER)

    def outdated(self) -> Self:
        """Keep those that nobody will take up any more."""
        return self.filter(seen_at__lt=timezone.now() - KEPT_FOR)


class UnsavedForm(models.Model):
    """A form that one person has open: it tells others who is writing, since when.

    Attributes:
        object_id: empty for the form of a new row.
        fields: what was typed, as `KeptForm.packed` has it; empty if nothing was yet.
        opened_at: when the person opened the form.
        seen_at: when their browser was last heard of.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.CharField(max_length=40, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("by")
    )
    fields = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects: ClassVar = UnsavedFormQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "user", "opened_at"],
                name="content_unsaved_form_one_each",
            )
        ]
        verbose_name = _("unsaved form")
        verbose_name_plural = _("unsaved forms")

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"
