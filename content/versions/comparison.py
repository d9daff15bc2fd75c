"""What differs between two kept states of a row."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.db.models import FileField, Model
from django.utils.safestring import SafeString

from content.models import Picture, Version
from content.versions.readable import Row, heading_of, model_of, pictures_of, readable
from content.versions.text_diff import marked


@dataclass(frozen=True)
class FieldState:
    """One field in one state: label, blocks of text, keys of the pictures that it shows."""

    label: str
    blocks: list[str]
    pictures: list[int]
    is_file: bool = False


NOTHING = FieldState("", [], [])


@dataclass(frozen=True)
class Change:
    """One field of the row, or of a part of it, in both states; `part` is empty for the row.

    `name` is that of the field, or of the relation to the part: what can be restored by itself.
    """

    name: str
    part: str
    label: str
    before: SafeString
    after: SafeString
    # Keys of the pictures that one of them alone shows, as far as they are there
    pictures_before: list[int]
    pictures_after: list[int]
    is_file: bool


def changes(
    older: Version, newer: Version, may_view: Callable[[type[Model]], bool]
) -> list[Change]:
    """Return what differs: first the row's own fields, then its parts, one kind after the other.

    Rows of models that the site no longer has are left out, and those that `may_view` refuses.
    """
    whole = newer.content_type.model_class()
    before, after = _by_key(older), _by_key(newer)
    found: list[Change] = []
    for key in dict.fromkeys([*after, *before]):
        old, new = before.get(key), after.get(key)
        row: Row = new or old or {}
        if old == new or not may_view(model_of(row)):
            continue
        is_part = model_of(row) is not whole
        relation = _relation(whole, row) if is_part else ""
        part = heading_of(row) if is_part else ""
        found += _field_changes(relation, part, _fields(old, whole), _fields(new, whole))
    # Parts that were deleted stand beside those that are there.
    kinds = [None, *getattr(whole, "parts", ())]
    return sorted(found, key=lambda one: kinds.index(one.name) if one.name in kinds else 0)


def _relation(whole: type[Model] | None, row: Row) -> str:
    """Return the name by which the whole knows this part of it."""
    part, names = model_of(row), getattr(whole, "parts", ())
    return next((name for name in names if getattr(whole, name).rel.related_model is part), "")


def _by_key(version: Version) -> dict[tuple[str, str], Row]:
    rows = {}
    for row in version.rows:
        with suppress(LookupError):
            model_of(row)
            rows[row["model"], str(row["pk"])] = row
    return rows


def _fields(row: Row | None, whole: type[Model] | None) -> dict[str, FieldState]:
    """Return the fields by their keys: of texts in several languages, it names that, too."""
    if row is None:
        return {}
    found = {}
    for key, label, blocks in readable(row, whole):
        field = model_of(row)._meta.get_field(key.partition(".")[0])
        is_file = isinstance(field, FileField)
        found[key] = FieldState(label, blocks, pictures_of(row, key), is_file)
    return found


def _field_changes(
    relation: str, part: str, before: dict[str, FieldState], after: dict[str, FieldState]
) -> Iterator[Change]:
    for key in dict.fromkeys([*after, *before]):
        label = (after.get(key) or before[key]).label
        old, new = before.get(key, NOTHING), after.get(key, NOTHING)
        if (old.blocks, old.pictures) != (new.blocks, new.pictures):
            there = Picture.objects.in_bulk({*old.pictures} ^ {*new.pictures})
            yield Change(
                relation or key.partition(".")[0],
                part,
                label,
                *marked(old.blocks, new.blocks),
                [number for number in old.pictures if number in there],
                [number for number in new.pictures if number in there],
                old.is_file or new.is_file,
            )
