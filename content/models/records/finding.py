"""What a look at a text or a file has found, for officers to weigh."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts, is_one_of
from content.models.records.external_address import LinkFault
from content.text.language_names import language_name

MAX_EXCERPT = 300


class FindingKind(models.TextChoices):
    WORDING = "wording", _("wording that ages")
    SAMPLE = "sample", _("text that was to be replaced")
    TRANSLATION = "translation", _("translation is missing")
    ALTERNATIVE_TEXT = "alternative_text", _("alternative text says nothing")
    ACCESSIBILITY = "accessibility", _("document without tags or title")
    LINK = "link", _("link that leads nowhere")
    LETTERS = "letters", _("letters that are missing in PDFs")


class FindingQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Keep what nobody has called fine."""
        return self.filter(dismissed_at=None)

    def of(self, row: models.Model) -> Self:
        """Keep what was found in one row."""
        kind = ContentType.objects.get_for_model(row)
        return self.filter(content_type=kind, object_id=row.pk)


class Finding(models.Model):
    """One thing in a row that somebody should weigh, until its text changes.

    The worker looks every night, and whenever a row is saved in the admin. `fingerprint` is of what
    was found where; with another text it is another finding, and an earlier “that is fine” is gone.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("kind")
    )
    object_id = models.PositiveBigIntegerField()
    kind = models.CharField(_("what"), max_length=20, choices=FindingKind)
    heading = models.CharField(_("where"), max_length=200, help_text="The name of the row.")
    field = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=10, blank=True)
    excerpt = models.CharField(_("words"), max_length=MAX_EXCERPT, blank=True)
    fingerprint = models.CharField(max_length=64)
    found_at = models.DateTimeField(_("found"), auto_now_add=True)
    dismissed_at = models.DateTimeField(_("called fine"), null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects: ClassVar = FindingQuerySet.as_manager()

    class Meta:
        # Whoever may change the row may weigh what was found in it.
        default_permissions: ClassVar = []
        ordering = ["kind", "-found_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "fingerprint"], name="content_finding_once"
            ),
            has_its_texts("heading", "fingerprint"),
            is_one_of("kind", FindingKind),
        ]
        indexes = [
            models.Index(
                fields=["dismissed_at", "kind", "found_at"], name="content_finding_by_kind"
            ),
        ]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return self.heading

    @property
    def form_url(self) -> str:
        """Return the address of the form in which it is mended."""
        kind = self.content_type
        return reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[self.object_id])

    @property
    def words(self) -> str:
        """Return what was found, with fields and languages as they are called now."""
        language = language_name(self.language) if self.language else ""
        fault, _space, target = self.excerpt.partition(" ")
        if self.kind == FindingKind.LINK and fault in LinkFault.values:
            where = f"{self._field_name()} ({language})" if language else self._field_name()
            return f"{where}: “{target}”: {LinkFault(fault).label}"
        if self.kind == FindingKind.TRANSLATION:
            model = self.content_type.model_class()
            fields = model._meta.fields if model else []
            names = {field.name: str(field.verbose_name) for field in fields}
            missing = ", ".join(names.get(name, name) for name in self.excerpt.split(","))
            return f"{capfirst(language)}: {missing}"
        return f"“{self.excerpt}” ({language})" if language and self.excerpt else self.excerpt

    def _field_name(self) -> str:
        """Return how the field is called now, in the row itself or in a part of it."""
        model: Any = self.content_type.model_class()
        parts = [getattr(model, name).rel.related_model for name in getattr(model, "parts", ())]
        names = {
            field.name: str(field.verbose_name)
            for one in reversed([model, *parts])
            for field in (one._meta.fields if one else ())
        }
        return capfirst(names.get(self.field, self.field))
