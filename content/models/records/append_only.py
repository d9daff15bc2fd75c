"""Rows that are written once: proofs of what was done, which nobody may correct afterwards."""

from typing import Any, ClassVar, NoReturn

from django.db import models


class RowIsFinal(Exception):
    """A row that is written once was to be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet):
    """Neither changes nor deletes rows."""

    def update(self, **values: Any) -> NoReturn:
        raise RowIsFinal

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise RowIsFinal

    def delete(self) -> NoReturn:
        raise RowIsFinal


class AppendOnly(models.Model):
    """A row that is written once."""

    objects: ClassVar = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RowIsFinal
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise RowIsFinal
