"""Rows by the names of their files."""

from collections.abc import Collection
from itertools import count
from typing import Any

from django.db.models import Model

from content.text.slugs import slug_of_name
from twinning_site.bundles.kinds import Kind
from twinning_site.bundles.models import RowName

MAX_GIVEN = 50  # characters of a name that is made from a text
# What says in a few words what a row is, the first that there is
NAMING_TEXTS = ("caption", "title", "name", "alt", "text")


def key_of(kind: Kind, row: Model) -> str:
    """Return the name of the files of `row`; in brackets its number, if it has no name so far."""
    if kind.key:
        return str(getattr(row, kind.key))
    if kind.is_single:
        return kind.name
    names = RowName.objects.filter(kind=kind.name, number=row.pk)
    return names.values_list("key", flat=True).first() or f"(number {row.pk})"


def rows_with(kind: Kind, keys: Collection[str]) -> Any:
    """Return the rows that have these names, as a queryset."""
    if kind.key:
        return kind.rows().filter(**{f"{kind.key}__in": keys})
    if kind.is_single:
        return kind.rows()
    names = RowName.objects.filter(kind=kind.name, key__in=keys)
    return kind.rows().filter(pk__in=names.values("number"))


def known_keys(kind: Kind) -> set[str]:
    """Return the names of all rows that have one."""
    if kind.key:
        return set(kind.rows().values_list(kind.key, flat=True))
    names = RowName.objects.filter(kind=kind.name, number__in=kind.rows().values("pk"))
    return set(names.values_list("key", flat=True))


def give_name(kind: Kind, key: str, row: Model) -> None:
    """Note how files call `row`, if it has no field for that."""
    if not kind.key and not kind.is_single:
        RowName.objects.update_or_create(kind=kind.name, key=key, defaults={"number": row.pk})


def name_all(kind: Kind) -> None:
    """Give names to rows that need one and have none: from what they say, the oldest first."""
    if kind.key or kind.is_single:
        return
    names = RowName.objects.filter(kind=kind.name)
    taken = set(names.values_list("key", flat=True))
    for row in kind.rows().exclude(pk__in=names.values("number")).order_by("pk"):
        texts = (getattr(row, name, None) for name in NAMING_TEXTS)
        slug = next(filter(None, (slug_of_name(text) for text in texts if text)), "")
        stem = slug[:MAX_GIVEN].strip("-") or str(kind.model._meta.model_name)
        numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        key = next(name for name in numbered if name not in taken)
        taken.add(key)
        give_name(kind, key, row)
