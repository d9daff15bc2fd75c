"""Keep up with themes, whose names are among the words of cities, groups and events."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django_tasks import task

from content.models import Theme
from content.search.sources import SearchSource
from twinning_site.search.indexing.entries import COMPARED, refresh
from twinning_site.search.indexing.sources import SEARCH_SOURCES

THEMED = [
    source
    for source in SEARCH_SOURCES
    if any(field.related_model is Theme for field in source.model._meta.many_to_many)
]
Keys = dict[str, list[int]]


def connect() -> None:
    """Follow the themes, and what chooses them."""
    post_save.connect(_saved, sender=Theme)
    pre_delete.connect(_will_be_deleted, sender=Theme)
    post_delete.connect(_deleted, sender=Theme)
    for source in THEMED:
        through = getattr(source.model, "themes").through  # noqa: B009 - not of every model
        m2m_changed.connect(partial(_chosen, source), sender=through, weak=False)


@task(backend="background", queue_name="search")
def index_rows(kind: str, keys: list[int]) -> None:
    """Update the entries of rows."""
    refresh(next(source for source in SEARCH_SOURCES if source.kind == kind), keys)


def _owner_keys(theme: Theme) -> Keys:
    return {
        source.kind: list(source.rows().filter(themes=theme).values_list("pk", flat=True))
        for source in THEMED
    }


def refresh_all(source: SearchSource, keys: list[int]) -> None:
    """Update the entries of rows: of so many at once, and of more in a worker."""
    refresh(source, keys[:COMPARED])
    for start in range(COMPARED, len(keys), COMPARED):
        index_rows.enqueue(source.kind, keys[start : start + COMPARED])


def _update(owners: Keys) -> None:
    for source in THEMED:
        refresh_all(source, owners[source.kind])


def _saved(instance: Theme, created: bool, raw: bool, **signal: Any) -> None:
    if not (raw or created):
        _update(_owner_keys(instance))


def _will_be_deleted(instance: Theme, **signal: Any) -> None:
    # Whose it is cannot be asked afterwards.
    instance.owners_to_index = _owner_keys(instance)  # type: ignore[attr-defined]


def _deleted(instance: Theme, **signal: Any) -> None:
    _update(instance.owners_to_index)  # type: ignore[attr-defined]


def _chosen(
    source: SearchSource,
    instance: Model,
    action: str,
    reverse: bool,
    pk_set: Collection[int] | None,
    **signal: Any,
) -> None:
    if action in {"post_add", "post_remove", "post_clear"}:
        refresh(source, list(pk_set or []) if reverse else [instance.pk])
