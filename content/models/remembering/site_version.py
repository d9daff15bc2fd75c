from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class SiteVersion(models.Model):
    """One number, raised in the transaction of every change of anything that the public sees.

    Triggers of the database raise it (`twinning_site/page_store/triggers.py`), so that no way of
    writing can forget it. It begins with a random number, so that no version comes twice.
    """

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)


def read_version(connection: BaseDatabaseWrapper) -> int:
    """Return the version that this connection sees, 0 before the first change: 1 short query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number FROM {SiteVersion._meta.db_table} WHERE id = 1")  # noqa: S608 - no input
        row = cursor.fetchone()
    return row[0] if row else 0
