"""What differs between two kept states of a row."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.db.models import Model
from django.utils.safestring import SafeString

from content.models import Version
from content.versions.readable import Row, heading_of, model_of, readable
from content.versions.text_diff import marked

# Label and blocks of text, by the keys of fields
Fields = dict[str, tuple[str, list[str]]]


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


def _fields(row: Row | None, whole: type[Model] | None) -> Fields:
    return {key: (label, blocks) for key, label, blocks in (readable(row, whole) if row else ())}


def _field_changes(relation: str, part: str, before: Fields, after: Fields) -> Iterator[Change]:
    for key in dict.fromkeys([*after, *before]):
        label = (after.get(key) or before[key])[0]
        old, new = (fields.get(key, ("", []))[1] for fields in (before, after))
        if old != new:
            # Of texts in several languages, the key has the language behind the name.
            name = relation or key.partition(".")[0]
            yield Change(name, part, label, *marked(old, new))
