"""The bin: what officers delete is kept as a version, and can be made anew from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser, User
from django.core import serializers
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import IntegrityError, transaction
from django.db.models import FileField, Model
from django.db.models.signals import post_save
from django.utils.text import capfirst
from django.utils.translation import gettext

from content.models import Draft, Picture, PreviewLink, Version
from content.versions.deletion_rows import Deletion
from content.versions.kept_draft import bring_back_draft
from content.versions.kept_files import bring_back
from content.versions.letting_go import LetGo
from content.versions.recording import keep_deletion, keep_version


class CannotRestore(Exception):
    """The row cannot come back; the message says why."""


@dataclass
class Restored:
    """What came back, and what could not.

    Attributes:
        thing: the row itself.
        lost: what hung on it or belonged to it and is gone, in words.
        had_slug: the address it had, if somebody else has that now.
    """

    thing: Model
    lost: list[str] = field(default_factory=list)
    had_slug: str = ""


@transaction.atomic
def put_into_bin(
    thing: Model, user: User | AnonymousUser | None, *, from_users: bool = False
) -> Version:
    """Delete `thing` with all that hangs on it, and keep everything as a version.

    Args:
        from_users: whether it is taken from the rows that show it; see `LetGo`.

    Raises:
        ProtectedError: if something that stays needs it.
    """
    let_go = LetGo(thing, user) if from_users else None
    deletion = Deletion(thing)
    version = keep_deletion(
        thing,
        [*deletion.rows(), *(let_go.rows if let_go else [])],
        list(deletion.links()),
        [*deletion.references(), *(let_go.references if let_go else [])],
        user,
    )
    Draft.objects.of(thing).delete()
    PreviewLink.objects.of(thing).delete()
    thing.delete()
    return version


def take_out_of_bin(version: Version, user: User | AnonymousUser | None) -> Restored:
    """Make anew what was deleted, with the same keys, in the state it was in.

    Raises:
        CannotRestore: if it cannot be without something that is gone, or the database refuses
            its rows, as when a rule is newer than they are or when they are back already.
    """
    try:
        with transaction.atomic():
            return _made_anew(version, user)
    except (DeserializationError, IntegrityError) as error:
        words = gettext("It cannot come back: the site does not take it any more as it was then.")
        raise CannotRestore(words) from error


def _made_anew(version: Version, user: User | AnonymousUser | None) -> Restored:
    kept = list(serializers.deserialize("python", version.rows, ignorenonexistent=True))
    restored = Restored(kept[0].object)
    _free_slug(restored)
    back = [one for one in kept if _insert(one, restored)]
    if kept[0] not in back:
        words = gettext("It cannot come back without what is gone: %(what)s")
        raise CannotRestore(words % {"what": ", ".join(restored.lost)})
    for one in back:
        _link(one, restored)
    _point_again(version)
    bring_back_draft(version, restored.thing)
    for one in back:
        # Now that all of it is there: the search index and others look at it.
        model = type(one.object)
        post_save.send(
            model, instance=one.object, created=True, raw=False, using=None, update_fields=None
        )
    keep_version(restored.thing, user)
    return restored


def _free_slug(restored: Restored) -> None:
    thing = restored.thing
    if not (slug := getattr(thing, "slug", "")):
        return
    others = set(type(thing)._base_manager.values_list("slug", flat=True))
    column: Any = thing._meta.get_field("slug")
    endings = (f"-{number}" for number in count(2))
    free = (
        name
        for end in endings
        if (name := slug[: column.max_length - len(end)] + end) not in others
    )
    if slug in others:
        restored.had_slug, thing.slug = slug, next(free)  # type: ignore[attr-defined] # it has one


def _without_missing_files(row: Model, restored: Restored) -> bool:
    """Empty the names of files that are gone; return whether the row can be without them."""
    for column in row._meta.concrete_fields:
        file = getattr(row, column.attname)
        if not isinstance(column, FileField) or not file or file.storage.exists(file.name):
            continue
        if not column.blank:
            restored.lost.append(f"{capfirst(str(column.verbose_name))} ({row})")
            return False
        setattr(row, column.attname, "")
    return True


def _insert(one: DeserializedObject, restored: Restored) -> bool:
    """Put a row back, without what it pointed to and is gone; not if it cannot be without that."""
    row = one.object
    if isinstance(row, Picture):
        bring_back(row)
    if not _without_missing_files(row, restored):
        return False
    for column in row._meta.concrete_fields:
        key = getattr(row, column.attname)
        if not column.remote_field or key is None:
            continue
        if column.remote_field.model._base_manager.filter(pk=key).exists():
            continue
        restored.lost.append(f"{capfirst(str(column.verbose_name))} ({row})")
        if not column.null:
            return False
        setattr(row, column.attname, None)
    # Raw: dates of creation stay what they were.
    row.save_base(raw=True, force_insert=True)
    return True


def _link(one: DeserializedObject, restored: Restored) -> None:
    for name, keys in (one.m2m_data or {}).items():
        relation: Any = one.object._meta.get_field(name)
        found = list(relation.remote_field.model._base_manager.filter(pk__in=keys))
        getattr(one.object, name).set(found)
        if gone := len(set(keys)) - len(found):
            label = capfirst(str(relation.verbose_name))
            restored.lost.append(
                gettext("%(label)s: %(count)s deleted") % {"label": label, "count": gone}
            )


def _point_again(version: Version) -> None:
    """Let rows that stayed point to what is back, where they are still there."""
    for link in version.links:
        through = apps.get_model(link["model"])
        if _all_there(through, link["columns"]):
            through._base_manager.get_or_create(**link["columns"])
    for reference in version.references:
        model, column = apps.get_model(reference["model"]), reference["column"]
        # Who has chosen another one meanwhile keeps that.
        empty = model._base_manager.filter(pk=reference["pk"], **{column: None})
        empty.update(**{column: reference["value"]}, **reference.get("beside", {}))


def _all_there(through: type[Model], columns: dict[str, object]) -> bool:
    fields: Iterable[Any] = (f for f in through._meta.concrete_fields if f.attname in columns)
    return all(
        f.remote_field.model._base_manager.filter(pk=columns[f.attname]).exists() for f in fields
    )
