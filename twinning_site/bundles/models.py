"""What was loaded, so that what an officer changed since is seen, and names that bundles give."""

from typing import ClassVar

from django.db import models

from content.models.constraints import has_its_texts


class LoadedRow(models.Model):
    """A row that came from a bundle, with the digest of its state right after it was loaded."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            has_its_texts("kind", "key", "digest"),
            models.UniqueConstraint(name="bundles_loadedrow_once", fields=["kind", "key"]),
        ]
        default_permissions: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class RowName(models.Model):
    """The name that files have of a row without a short name of its own, such as a picture."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=60)
    number = models.PositiveBigIntegerField(help_text="Its primary key.")

    class Meta:
        constraints = [
            has_its_texts("kind", "key"),
            models.UniqueConstraint(name="bundles_rowname_once", fields=["kind", "key"]),
            models.UniqueConstraint(name="bundles_rowname_one_a_row", fields=["kind", "number"]),
        ]
        default_permissions: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"
