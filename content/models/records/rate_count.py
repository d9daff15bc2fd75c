from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class RateCountQuerySet(models.QuerySet["RateCount"]):
    def count_one(self, key: str, until: datetime) -> int:
        """Add one to the count of `key` in one UPDATE, and return the count."""
        row, _created = self.get_or_create(key=key, defaults={"until": until})
        self.filter(pk=row.pk).update(count=F("count") + 1)
        row.refresh_from_db(fields=["count"])
        return row.count


class RateCount(models.Model):
    """A count of what was sent on one day, or with one token of a form.

    `key` is a keyed hash of the day and of the address or network, so that neither can be read
    from it or followed over several days; or one of the token.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True, help_text="Then the row is deleted.")

    objects = RateCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("rate count")
        verbose_name_plural = _("rate counts")

    def __str__(self) -> str:
        return self.key
