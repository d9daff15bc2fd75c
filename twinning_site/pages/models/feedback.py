from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

from content.models import Received, ReceivedQuerySet
from content.models.constraints import is_one_of
from content.text.plain_fields import PlainTextField


class FeedbackRating(models.TextChoices):
    """Opinions of readers on a page."""

    GOOD = "good", _("good")
    AVERAGE = "average", _("average")
    POOR = "poor", _("poor")


class FeedbackQuerySet(ReceivedQuerySet):
    """Feedback, also counted for each page."""

    def by_page(self) -> models.QuerySet[models.Model, dict[str, Any]]:
        """Return a dict for each page: `page`, `good`, `average`, `poor`, `last`; poorest first."""
        counts = {rating: Count("pk", filter=Q(rating=rating)) for rating in FeedbackRating.values}
        return (
            self.accepted()
            .order_by()
            .values("page")
            .annotate(**counts, last=Max("created_at"))
            .order_by("-poor", "-average", "page")
        )


class Feedback(Received):
    """A reader's rating of a page, with a comment. Nobody is asked for a name."""

    page = models.CharField(
        _("page"), max_length=200, blank=True, help_text=_("Empty: it is not known.")
    )
    rating = models.CharField(_("rating"), max_length=10, choices=FeedbackRating)
    comment = PlainTextField(_("why"), max_length=1000, blank=True)

    objects: ClassVar = FeedbackQuerySet.as_manager()

    class Meta:
        constraints = [is_one_of("rating", FeedbackRating)]
        ordering = ["-created_at", "-pk"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")

    def __str__(self) -> str:
        return f"{self.page}: {self.get_rating_display()}"
