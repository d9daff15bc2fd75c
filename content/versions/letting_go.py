"""Take a picture or document from what shows it, in a way that the bin can take back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import PROTECT, ManyToOneRel, Model

DECORATION = "picture_is_decorative"


class LetGo:
    """What has kept a row from being deleted, and is taken from it.

    Attributes:
        rows: those that cannot be without it, such as a photo of an event; they are deleted.
        references: the emptied columns of rows that stay, as `Deletion.references()` has them.
            `beside` are other columns of the row that were changed with it.
    """

    def __init__(self, thing: Model) -> None:
        self.rows: list[Model] = []
        self.references: list[dict[str, Any]] = []
        for column, row in _protected(thing):
            if column.null:
                self.references.append(_emptied(row, column))
            else:
                self.rows.append(row)
                # Not `row.delete()`, which takes its key.
                type(row)._base_manager.filter(pk=row.pk).delete()


def _protected(thing: Model) -> Iterator[tuple[Any, Model]]:
    for relation in thing._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is PROTECT:
            column = relation.field
            for row in relation.related_model._base_manager.filter(**{column.name: thing}):
                yield column, row


def _emptied(row: Any, column: Any) -> dict[str, Any]:
    reference = {
        "model": row._meta.label_lower,
        "pk": row.pk,
        "column": column.attname,
        "value": getattr(row, column.attname),
        "beside": {},
    }
    setattr(row, column.attname, None)
    changed = [column.name]
    if column.name == "picture" and getattr(row, DECORATION, False):
        # A constraint wants no decoration without a picture.
        reference["beside"] = {DECORATION: True}
        setattr(row, DECORATION, False)
        changed.append(DECORATION)
    row.save(update_fields=changed)
    return reference
