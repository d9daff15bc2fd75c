"""What the deletion of a row takes with it, so that it can be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.db import router
from django.db.models import Model
from django.db.models.deletion import Collector


class Deletion:
    """All rows that go with `thing`; links and references of others that would be lost.

    Raises:
        ProtectedError: if something that stays needs the row.
    """

    def __init__(self, thing: Model) -> None:
        self.thing = thing
        self.collector = Collector(using=router.db_for_write(type(thing)), origin=thing)
        self.collector.collect([thing])
        deleted = chain(
            *self.collector.data.values(), *(rows for rows in self.collector.fast_deletes)
        )
        self.all_rows = list(deleted)
        self.keys = {(type(row), row.pk) for row in self.all_rows}

    def rows(self) -> list[Model]:
        """Return the rows themselves, `thing` first."""
        others = [
            row
            for row in self.all_rows
            if not row._meta.auto_created
            and (type(row), row.pk) != (type(self.thing), self.thing.pk)
        ]
        return [self.thing, *others]

    def links(self) -> Iterator[dict[str, Any]]:
        """Yield the many-to-many links by which rows that stay have pointed to these."""
        for row in self.all_rows:
            if not row._meta.auto_created:
                continue
            # Of a table that Django makes for a relation between two models
            both: Any = (field for field in row._meta.concrete_fields if field.remote_field)
            source, target = both
            if (source.remote_field.model, getattr(row, source.attname)) not in self.keys:
                columns = {f.attname: getattr(row, f.attname) for f in (source, target)}
                yield {"model": row._meta.label_lower, "columns": columns}

    def references(self) -> Iterator[dict[str, Any]]:
        """Yield the columns of rows that stay which the deletion empties."""
        updates: dict[Any, Any] = self.collector.field_updates
        for (field, _value), batches in updates.items():
            for row in chain(*batches):
                if (type(row), row.pk) not in self.keys:
                    yield {
                        "model": row._meta.label_lower,
                        "pk": row.pk,
                        "column": field.attname,
                        "value": getattr(row, field.attname),
                    }
