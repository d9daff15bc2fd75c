"""Files that are stored already, but that no saved form has taken over yet."""

import secrets
from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils import timezone

from content.models.constraints import has_its_texts
from content.text.plain_fields import PlainCharField

# For how long a form may wait for its other errors to be mended
KEPT = timedelta(days=1)


def make_token() -> str:
    return secrets.token_urlsafe(24)


class StagedUploadQuerySet(models.QuerySet["StagedUpload"]):
    def of(self, officer: object) -> Self:
        """Keep the uploads of one officer; nobody else may name them."""
        return self.filter(officer=officer)

    def outdated(self) -> Self:
        """Keep uploads whose form was given up."""
        return self.filter(staged_at__lt=timezone.now() - KEPT)


class StagedUpload(models.Model):
    """An upload that was checked and stored before the transaction that saves its form.

    The row is deleted when a form is saved with it. Until then a form that comes back with an
    error names it by its token, so that the officer need not choose the file again.
    """

    token = models.CharField(max_length=40, unique=True, default=make_token)
    # The row outlives the officer's account, or nobody would delete the file.
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    storage = models.CharField(max_length=20, help_text="A key of the setting STORAGES.")
    stored_name = models.CharField(max_length=100)
    original_name = PlainCharField(max_length=255)
    size = models.PositiveIntegerField(help_text="In bytes, as stored.")
    facts = models.JSONField(help_text="What was read from the file, by the names of fields.")
    staged_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = StagedUploadQuerySet.as_manager()

    class Meta:
        constraints = [has_its_texts("token", "storage", "stored_name", "original_name")]

    def __str__(self) -> str:
        return self.stored_name

    def delete_with_file(self) -> None:
        """Delete the file, then the row, which names it until it is gone."""
        storages[self.storage].delete(self.stored_name)
        self.delete()
