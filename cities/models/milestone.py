"""The dated steps of a link between two cities."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cities.models.city import City
from content.models import Document, VagueDated
from content.models.constraints import has_its_texts, is_one_of
from content.text.fields import I18nCharField, I18nTextField


class MilestoneKind(models.TextChoices):
    """The kinds of step in the history of a link."""

    FIRST_CONTACT = "first_contact", _("first contact")
    DECISION = "decision", _("decision")
    SIGNING = "signing", _("signing")
    RENEWAL = "renewal", _("renewal")
    VISIT = "visit", _("visit")
    SUSPENSION = "suspension", _("suspension")
    RESUMPTION = "resumption", _("resumption")
    END = "end", _("end")
    OTHER = "other", _("other")


# Anniversaries are counted from these.
BEGINNING_KINDS = (MilestoneKind.SIGNING, MilestoneKind.DECISION, MilestoneKind.FIRST_CONTACT)


class MilestoneQuerySet(models.QuerySet):
    """Milestones are as public as their city."""

    def published(self) -> Self:
        """Keep the milestones of published cities."""
        return self.filter(city__in=City.objects.published())

    def beginnings(self) -> Self:
        """Keep the milestones that anniversaries may be counted from."""
        return self.filter(kind__in=BEGINNING_KINDS)

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
    kind = models.CharField(
        _("kind"), max_length=20, choices=MilestoneKind, default=MilestoneKind.OTHER
    )
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
            is_one_of("kind", MilestoneKind),
        ]
        ordering = ["year", "month", "day", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.date_text}: {self.title}"
