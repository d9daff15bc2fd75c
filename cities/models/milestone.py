"""The dated steps of a link between two cities."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cities.models.city import City
from cities.models.milestone_kind import DEFAULT, Beginning, MilestoneKind
from content.models import Document, VagueDated
from content.models.constraints import has_its_texts
from content.models.kinds.kind_field import KindField
from content.text.fields import I18nCharField, I18nTextField


class MilestoneQuerySet(models.QuerySet):
    """Milestones are as public as their city."""

    def published(self) -> Self:
        """Keep the milestones of published cities."""
        return self.filter(city__in=City.objects.published())

    def beginnings(self) -> Self:
        """Keep the milestones that anniversaries may be counted from."""
        return self.exclude(kind__begins=Beginning.NO).select_related("kind")

    def in_order(self) -> Self:
        """Order by date; less exact dates come first within their year or month."""
        return self.order_by(
            "year", F("month").asc(nulls_first=True), F("day").asc(nulls_first=True), "pk"
        )


class Milestone(VagueDated):
    """A dated step of a link, such as its signing."""

    city = models.ForeignKey(
        City, on_delete=models.CASCADE, related_name="milestones", verbose_name=_("city")
    )
    kind = KindField(MilestoneKind, default=DEFAULT)
    title = I18nCharField(_("what happened"))
    text = I18nTextField(_("more about it"), blank=True)
    document = models.ForeignKey(
        Document,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="milestones",
        verbose_name=_("document"),
        help_text=_("Such as the agreement that was signed."),
    )

    objects = MilestoneQuerySet.as_manager()

    class Meta(VagueDated.Meta):
        abstract = False
        constraints = [
            *VagueDated.Meta.constraints,
            has_its_texts("title"),
        ]
        ordering = ["year", "month", "day", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.date_text}: {self.title}"
