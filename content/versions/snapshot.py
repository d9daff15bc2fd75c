"""A row with all that hangs on it, as Django's serializers write it."""

import json
from collections.abc import Iterable

from django.core import serializers
from django.db.models import Model

# Of the layout of `state`; the fields of models may change without a new one.
FORMAT = 1


def parts_of(thing: Model) -> list[Model]:
    """Return the rows that are written together with `thing`, such as the milestones of a city."""
    names: Iterable[str] = getattr(thing, "parts", ())
    return [part for name in names for part in getattr(thing, name).order_by("pk")]


def snapshot(rows: Iterable[Model], **beside: list[dict]) -> str:
    """Return the state of a version: `rows` with their many-to-many relations.

    Args:
        beside: what else a deletion takes away.
    """
    # JSON's own serializer knows every type that a field may have.
    written = json.loads(serializers.serialize("json", rows))
    return json.dumps({"format": FORMAT, "rows": written, **beside}, ensure_ascii=False)
