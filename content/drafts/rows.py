"""Write the rows of a kept state over those that are stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db import IntegrityError, transaction
from django.db.models import Model

from content.models import Document, Publishable
from content.versions.snapshot import parts_of, snapshot

Row = dict[str, Any]


def stored_rows(thing: Publishable) -> list[Row]:
    """Return the row and its parts as they are stored now."""
    stored = type(thing)._base_manager.get(pk=thing.pk)
    return json.loads(snapshot([stored, *parts_of(stored)]))["rows"]


def is_filled_in(model: str, name: str) -> bool:
    """Return whether officers fill in a field, and the site does not compute it.

    `name` may have a language behind a dot.
    """
    return apps.get_model(model)._meta.get_field(name.partition(".")[0]).editable


def filled_in(row: Row) -> list[str]:
    """Return the names of the fields of a kept row that officers fill in."""
    return [name for name in row["fields"] if is_filled_in(row["model"], name)]


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
    """Write a state within a transaction that is rolled back: nothing follows from it.

    What the database does not take by now is left out: the address that somebody else has, and
    parts that are there already or need what is gone.
    """
    live = {(row["model"], row["pk"]) for row in stored_rows(thing)}
    wanted = _read(rows)
    for part in _parts_beside(thing, wanted):
        part.delete()
    root, *parts = wanted
    if not _writes(partial(root.object.save_base, raw=True)):
        root.object.slug = thing.slug  # type: ignore[attr-defined] # its address is all that can clash
        root.object.save_base(raw=True)
    _choose(root)
    for one in parts:
        is_there = (one.object._meta.label_lower, one.object.pk) in live
        if _writes(partial(one.object.save_base, raw=True, force_insert=not is_there)):
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
    filled_in: Any = wanted[0].object
    if isinstance(root, Document) and root.file.name != filled_in.file.name:
        root.take_file_of(filled_in)
    _fill(root, filled_in)
    root.save()
    _choose(wanted[0], root)
    changed: set[type[Model]] = set()
    for part in _parts_beside(thing, wanted):
        part.delete()
        changed.add(type(part))
    as_wanted = {(row["model"], row["pk"]): row for row in rows}
    for one in wanted[1:]:
        part = one.object
        key = (part._meta.label_lower, part.pk)
        if stored.get(key) == as_wanted[key]:
            continue
        changed.add(type(part))
        if key not in stored:
            # One that was deleted and comes back has its old key.
            part.pk = part.pk if part.pk > 0 else None
            part.save(force_insert=True)
        else:
            kept = type(part)._base_manager.get(pk=part.pk)
            _fill(kept, part)
            kept.save()
    if changed:
        root.parts_were_saved(changed)
    return root


def _read(rows: list[Row]) -> list[DeserializedObject]:
    """Return the rows, which do not point to what has been deleted since.

    Parts that cannot be without that are left out.
    """
    read = serializers.deserialize("python", rows, ignorenonexistent=True)
    return [one for one in read if _finds_its_targets(one.object)]


def _finds_its_targets(row: Model) -> bool:
    """Empty the columns of a row whose target is gone; return whether it can be without them."""
    for field in row._meta.concrete_fields:
        key = getattr(row, field.attname)
        if not field.remote_field or key is None:
            continue
        target: Any = field.remote_field.model
        if target._base_manager.filter(pk=key).exists():
            continue
        if not field.null:
            return False
        setattr(row, field.attname, None)
    return True


def _writes(write: Callable[[], object]) -> bool:
    """Write something; return whether the database takes it."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True


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
