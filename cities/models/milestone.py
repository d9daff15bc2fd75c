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


class MilestoneQuerySet(models.QuerySet):
    """Milestones are as public as their city."""

    def published(self) -> Self:
        """Keep the steps of cities that are public."""
        return self.filter(city__in=City.objects.published())

    def beginnings(self) -> Self:
        """Keep the steps that anniversaries are counted from."""
        return self.filter(kind__in=Milestone.BEGINNINGS)

    def in_order(self) -> Self:
        """Oldest first; what is known less exactly comes first within its year or month."""
        return self.order_by(
            "year", F("month").asc(nulls_first=True), F("day").asc(nulls_first=True), "pk"
        )


class Milestone(VagueDated):
    """One step of a link: a first contact, a signing, a suspension…"""

    class Kind(models.TextChoices):
        FIRST_CONTACT = "first_contact", _("first contact")
        DECISION = "decision", _("decision")
        SIGNING = "signing", _("signing")
        RENEWAL = "renewal", _("renewal")
        VISIT = "visit", _("visit")
        SUSPENSION = "suspension", _("suspension")
        RESUMPTION = "resumption", _("resumption")
        END = "end", _("end")
        OTHER = "other", _("other")

    BEGINNINGS = (Kind.SIGNING, Kind.DECISION, Kind.FIRST_CONTACT)

    city = models.ForeignKey(
        City, on_delete=models.CASCADE, related_name="milestones", verbose_name=_("city")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
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
            is_one_of(
                "kind",
                "first_contact",
                "decision",
                "signing",
                "renewal",
                "visit",
                "suspension",
                "resumption",
                "end",
                "other",
            ),
        ]
        ordering = ["year", "month", "day", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.date_text}: {self.title}"
