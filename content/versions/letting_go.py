"""Take a picture or document from what shows it, in a way that the bin can take back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import PROTECT, ForeignKey, ManyToOneRel, Model
from django.utils.translation import override

from content.versions.recording import keep_first_version, keep_version

DECORATION = "picture_is_decorative"


class LetGo:
    """What has kept a row from being deleted, and is taken from it.

    The history of each page that loses something has a version of before, and one of after.

    Attributes:
        rows: those that cannot be without it, such as a photo of an event; they are deleted.
        references: the emptied columns of rows that stay, as `Deletion.references()` has them.
            `beside` are other columns of the row that were changed with it.
    """

    def __init__(self, thing: Model, user: User | AnonymousUser | None) -> None:
        self.rows: list[Model] = []
        self.references: list[dict[str, Any]] = []
        losses: dict[Model, list[dict]] = {}
        for column, row in _protected(thing):
            page = _page_of(row)
            if page not in losses:
                keep_first_version(page)
            losses.setdefault(page, []).append(_in_words(column, row, page))
            if column.null:
                self.references.append(_emptied(row, column))
            else:
                self.rows.append(row)
                # Not `row.delete()`, which takes its key.
                type(row)._base_manager.filter(pk=row.pk).delete()
        for page, words in losses.items():
            keep_version(page, user, json.dumps(words))


def _protected(thing: Model) -> Iterator[tuple[Any, Model]]:
    for relation in thing._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is PROTECT:
            column = relation.field
            for row in relation.related_model._base_manager.filter(**{column.name: thing}):
                yield column, row


def _page_of(row: Model) -> Model:
    """Return the row in whose history `row` is: the one whose part it is, or itself."""
    for field in row._meta.concrete_fields:
        if isinstance(field, ForeignKey):
            parts = getattr(field.related_model, "parts", ())
            if field.remote_field.related_name in parts:
                return getattr(row, field.name)
    return row


def _in_words(column: Any, row: Model, page: Model) -> dict[str, Any]:
    """Return what `page` loses, as Django's history says it in any language."""
    with override(None):
        name, label = str(row._meta.verbose_name), str(column.verbose_name)
    if not column.null:
        return {"deleted": {"name": name, "object": str(row)}}
    part = {} if row == page else {"name": name, "object": str(row)}
    return {"changed": {**part, "fields": [label]}}


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
