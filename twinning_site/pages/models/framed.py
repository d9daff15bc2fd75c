"""The cache of what stands on every page, and how a change empties it."""

from typing import Any

from django.core.cache import cache
from django.db import models, transaction

CACHE_KEY = "frame"


class Framed(models.Model):
    """A row that is shown on every page: see `twinning_site.pages.frame`."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        transaction.on_commit(_empty_cache)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        result = super().delete(*args, **kwargs)
        transaction.on_commit(_empty_cache)
        return result


def _empty_cache() -> None:
    cache.delete(CACHE_KEY)
