"""What stands on every page is cached; a change is seen at once."""

from django.core.cache import cache
from django.db import models, transaction

CACHE_KEY = "frame"


class Framed(models.Model):
    """Belongs to the frame of every page, which `twinning_site.pages.frame` reads."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        super().save(*args, **kwargs)
        transaction.on_commit(_forget)

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        result = super().delete(*args, **kwargs)
        transaction.on_commit(_forget)
        return result


def _forget() -> None:
    cache.delete(CACHE_KEY)
