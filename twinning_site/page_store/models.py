from django.db import models


class SiteVersion(models.Model):
    """One number, raised in the transaction of every change to anything public.

    Triggers of the database raise it (`site_version.py`), so that no way of writing can forget.
    """

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(name="page_store_siteversion_only_one", condition=models.Q(pk=1))
        ]

    def __str__(self) -> str:
        return str(self.number)
