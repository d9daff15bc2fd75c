"""Links by which somebody without an account sees a page before the public does."""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.models.writing.keyed_link import KeyedLink, KeyedLinkQuerySet


class PreviewLinkQuerySet(KeyedLinkQuerySet):
    def of(self, thing: models.Model) -> Self:
        """Keep those to one row."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=kind, object_id=str(thing.pk))


class PreviewLink(KeyedLink):
    """A link to one row."""

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.CharField(max_length=40)

    objects: ClassVar = PreviewLinkQuerySet.as_manager()

    class Meta(KeyedLink.Meta):
        constraints = [has_its_texts("object_id", "token_hash")]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"
