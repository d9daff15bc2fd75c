"""Translations that are older than the text they were made from."""

from typing import ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from content.models.constraints import has_its_texts


class OutdatedTranslation(models.Model):
    """One language of one field whose original has changed since it was translated.

    `source_digest` is that of the original as it was then: if it comes back, nothing is outdated.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(max_length=100)
    language = models.CharField(max_length=10)
    source_digest = models.CharField(max_length=64)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions: ClassVar = []
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"],
                name="content_outdatedtranslation_once",
            ),
            has_its_texts("field", "language", "source_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.field} ({self.language})"
