"""Join a draft with what has become public since it was saved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Key = tuple[str, int]


@dataclass(frozen=True)
class Merged:
    """What a draft comes to.

    Attributes:
        rows: the row and its parts as they are to be, as Django's serializers have them.
        conflicts: model, key and field of what both the draft and somebody in public have
            changed; the draft's value is in `rows`.
    """

    rows: list[Row]
    conflicts: list[tuple[str, int, str]]


def merge(base: list[Row], draft: list[Row], live: list[Row]) -> Merged:
    """Return `draft` with what has changed from `base` to `live`.

    A part that the draft has deleted stays deleted, and one that is gone in public stays gone,
    unless the draft has changed it: then it is new.
    """
    before, now = _by_key(base), _by_key(live)
    rows: list[Row] = []
    conflicts: list[tuple[str, int, str]] = []
    new_key = min([0, *(row["pk"] for row in draft)]) - 1
    for row in draft:
        key = _key(row)
        old, public = before.get(key), now.get(key)
        if old is None:
            rows.append(row)
        elif public is not None:
            fields, both = _merge_fields(old["fields"], row["fields"], public["fields"])
            rows.append({**row, "fields": fields})
            conflicts += [(*key, name) for name in both]
        elif old["fields"] != row["fields"]:
            rows.append({**row, "pk": new_key})
            new_key -= 1
    drafted = {_key(row) for row in draft}
    conflicts += [
        (*key, name)
        for key, old in before.items()
        if key not in drafted and key in now
        for name, value in now[key]["fields"].items()
        if value != old["fields"].get(name)
    ]
    rows += [row for row in live if _key(row) not in drafted and _key(row) not in before]
    return Merged(rows, conflicts)


def _by_key(rows: list[Row]) -> dict[Key, Row]:
    return {_key(row): row for row in rows}


def _key(row: Row) -> Key:
    return row["model"], row["pk"]


def _merge_fields(old: Row, draft: Row, public: Row) -> tuple[Row, list[str]]:
    """Return the fields of one row, and the names of those that both have changed."""
    merged: Row = {}
    conflicts: list[str] = []
    for name in dict.fromkeys([*public, *draft]):
        values = [fields.get(name) for fields in (old, draft, public)]
        if texts := _texts_by_language(values):
            joined = {}
            for code in dict.fromkeys(code for text in texts for code in text):
                joined[code], is_conflict = _merge_value(*(text.get(code) for text in texts))
                if is_conflict:
                    conflicts.append(f"{name}.{code}")
            kept = {code: text for code, text in joined.items() if text}
            merged[name] = json.dumps(kept, sort_keys=True) if kept else ""
        elif all(isinstance(value, list) for value in values):
            old_keys, draft_keys, public_keys = (list(value or ()) for value in values)
            merged[name] = _merge_choices(old_keys, draft_keys, public_keys)
        else:
            merged[name], is_conflict = _merge_value(*values)
            if is_conflict:
                conflicts.append(name)
    return merged, conflicts


def _merge_value(old: Any, draft: Any, public: Any) -> tuple[Any, bool]:
    """Return the value, and whether both have changed it to something different."""
    if draft == old:
        return public, False
    return draft, public not in (old, draft)


def _merge_choices(old: list, draft: list, public: list) -> list:
    """Return what is chosen when both have added and taken away."""
    kept = [key for key in draft if key in public or key not in old]
    return [*kept, *(key for key in public if key not in old and key not in draft)]


def _texts_by_language(values: list[Any]) -> list[dict[str, str]]:
    """Return each value as texts by their languages; none if they are not of that kind."""
    texts = [_read(value) for value in values]
    return [text or {} for text in texts] if any(texts) and None not in texts else []


def _read(value: Any) -> dict[str, str] | None:
    if value in ("", None):
        return {}
    try:
        read = json.loads(value) if isinstance(value, str) and value[0] == "{" else None
    except ValueError:
        return None
    return read if isinstance(read, dict) else None
