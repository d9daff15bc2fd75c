"""Kept states of what officers write."""

import json
from datetime import timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts

MAX_HEADING = 200
# So many are kept however old they are
MIN_VERSIONS = 10


class VersionQuerySet(models.QuerySet):
    def of(self, thing: models.Model) -> Self:
        """Keep the versions of one row, whether it is still there or not."""
        return self.of_key(ContentType.objects.get_for_model(thing), str(thing.pk))

    def of_key(self, kind: ContentType, key: str) -> Self:
        """Keep the versions of the row that has or had this key."""
        return self.filter(content_type=kind, object_id=key)

    def in_bin(self) -> Self:
        """Keep what was deleted and has not come back since."""
        later = self.model._base_manager.filter(
            content_type=OuterRef("content_type"),
            object_id=OuterRef("object_id"),
            number__gt=OuterRef("number"),
        )
        return self.filter(~Exists(later), is_deletion=True)

    def outdated(self) -> Self:
        """Keep what was saved or deleted BIN_DAYS ago or earlier."""
        return self.filter(saved_at__lt=timezone.now() - timedelta(days=settings.BIN_DAYS))

    def superseded(self) -> Self:
        """Keep old versions that have at least `MIN_VERSIONS` newer ones."""
        newer = (
            self.model._base_manager.filter(
                content_type=OuterRef("content_type"),
                object_id=OuterRef("object_id"),
                number__gt=OuterRef("number"),
            )
            .order_by()
            .values("object_id")
            .annotate(count=Count("pk"))
            .values("count")
        )
        before = timezone.now() - timedelta(days=settings.VERSION_KEEP_DAYS)
        return (
            self.filter(saved_at__lt=before)
            .annotate(newer=Subquery(newer))
            .filter(newer__gte=MIN_VERSIONS)
        )

    def without_state(self) -> Self:
        """Leave the texts in the database, for lists."""
        return self.defer("state")


class Version(models.Model):
    """One state of a row with all that hangs on it: who saved it, when, and what they changed.

    `state` is what `content.versions.snapshot` makes of it. A deletion is a version, too; its state
    has every row that went with it. So is each draft, which readers have not seen.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.CharField(max_length=40)
    number = models.PositiveIntegerField(_("version"))
    saved_at = models.DateTimeField(_("saved at"), default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    heading = models.CharField(_("what"), max_length=MAX_HEADING)
    # Lines as Django's LogEntry has them, which can be said in any language
    change_message = models.TextField(blank=True)
    is_deletion = models.BooleanField(default=False)
    is_draft = models.BooleanField(default=False)
    state = models.TextField()

    objects: ClassVar = VersionQuerySet.as_manager()

    class Meta:
        default_permissions = ["view"]
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "number"], name="content_version_number"
            ),
            has_its_texts("object_id", "heading", "state"),
        ]
        verbose_name = _("version")
        # The admin lists those alone that are deletions.
        verbose_name_plural = _("bin")

    def __str__(self) -> str:
        return self.heading

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as Django's serializers have them, the row itself first."""
        return json.loads(self.state)["rows"]

    @property
    def links(self) -> list[dict[str, Any]]:
        """Return the links of rows that stayed to those of a deletion."""
        return json.loads(self.state).get("links", [])

    @property
    def references(self) -> list[dict[str, Any]]:
        """Return the columns of rows that stayed which a deletion emptied."""
        return json.loads(self.state).get("references", [])

    @property
    def drafts(self) -> list[dict[str, Any]]:
        """Return the draft that was beside a deleted row, or nothing."""
        return json.loads(self.state).get("drafts", [])

    @property
    def words(self) -> str:
        """Return in the language of the reader what was changed."""
        lines = self.change_message.splitlines()
        return " ".join(LogEntry(change_message=line).get_change_message() for line in lines)
