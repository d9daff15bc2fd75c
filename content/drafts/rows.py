"""Write the rows of a kept state over those that are stored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db.models import Model

from content.models import Publishable
from content.versions.snapshot import parts_of, snapshot

Row = dict[str, Any]


def stored_rows(thing: Publishable) -> list[Row]:
    """Return the row and its parts as they are stored now."""
    stored = type(thing)._base_manager.get(pk=thing.pk)
    return json.loads(snapshot([stored, *parts_of(stored)]))["rows"]


def with_negative_keys(rows: list[Row], live: Iterable[Row]) -> list[Row]:
    """Return `rows`, where those parts that are not in `live` have negative keys.

    Nothing else is ever stored under such a key, while the next positive one may be anybody's.
    """
    there = {(row["model"], row["pk"]) for row in live}
    lowest = min([0, *(row["pk"] for row in rows)])
    numbered = []
    for row in rows:
        if row["pk"] > 0 and (row["model"], row["pk"]) not in there:
            lowest -= 1
            row = {**row, "pk": lowest}
        numbered.append(row)
    return numbered


def write_for_now(thing: Publishable, rows: list[Row]) -> None:
    """Write a state within a transaction that is rolled back: nothing follows from it."""
    live = {(row["model"], row["pk"]) for row in stored_rows(thing)}
    wanted = _read(rows)
    for part in _parts_beside(thing, wanted):
        part.delete()
    for one in wanted:
        is_there = (one.object._meta.label_lower, one.object.pk) in live
        one.object.save_base(raw=True, force_insert=not is_there)
        _choose(one)


def publish_rows(thing: Publishable, rows: list[Row]) -> Publishable:
    """Write a state for good, with all that follows from saving; return the row as it is now.

    Columns that officers do not fill stay what they are. Rows that are the same are not saved.

    Raises:
        IntegrityError: if the database refuses it, such as an address that is taken by now.
    """
    stored = {(row["model"], row["pk"]): row for row in stored_rows(thing)}
    wanted = _read(rows)
    root = type(thing)._base_manager.get(pk=thing.pk)
    _fill(root, wanted[0].object)
    root.save()
    _choose(wanted[0], root)
    changed: set[type[Model]] = set()
    for part in _parts_beside(thing, wanted):
        part.delete()
        changed.add(type(part))
    for row, one in zip(rows[1:], wanted[1:], strict=True):
        part = one.object
        if stored.get((row["model"], row["pk"])) == row:
            continue
        changed.add(type(part))
        if part.pk < 0:
            part.pk = None
            part.save(force_insert=True)
        else:
            kept = type(part)._base_manager.get(pk=part.pk)
            _fill(kept, part)
            kept.save()
    if changed:
        root.parts_were_saved(changed)
    return root


def _read(rows: list[Row]) -> list[DeserializedObject]:
    """Return the rows; they do not point to what has been deleted since."""
    read = list(serializers.deserialize("python", rows, ignorenonexistent=True))
    for one in read:
        for field in one.object._meta.concrete_fields:
            key = getattr(one.object, field.attname)
            if field.remote_field and field.null and key is not None:
                target: Any = field.remote_field.model
                if not target._base_manager.filter(pk=key).exists():
                    setattr(one.object, field.attname, None)
    return read


def _parts_beside(thing: Publishable, wanted: list[DeserializedObject]) -> list[Model]:
    """Return the stored parts that the wanted state does not have."""
    kept = {(type(one.object), one.object.pk) for one in wanted}
    return [part for part in parts_of(thing) if (type(part), part.pk) not in kept]


def _fill(row: Model, other: Model) -> None:
    """Give `row` what officers have filled in in `other`."""
    for field in row._meta.concrete_fields:
        if field.editable and not field.primary_key:
            setattr(row, field.attname, getattr(other, field.attname))


def _choose(one: DeserializedObject, row: Model | None = None) -> None:
    """Set what is chosen in lists, as far as it is still there."""
    row = row or one.object
    for name, keys in (one.m2m_data or {}).items():
        relation: Any = row._meta.get_field(name)
        getattr(row, name).set(relation.remote_field.model._base_manager.filter(pk__in=keys))
