"""Drafts among what a page shows or needs."""

from collections.abc import Iterable

from django.db.models import Model

from content.models import Document, Publishable, PublishingState, Video

OFFERED = (Document, Video)


def unpublished_parts(rows: Iterable[Model]) -> list[Publishable]:
    """Return the drafts that `rows` point at or offer as documents, each once.

    Rows that are not stored have none.
    """
    rows = list(rows)
    found = dict.fromkeys(part for row in rows if row.pk for part in _parts(row))
    return [
        part
        for part in found
        if part not in rows and part.publishing_state == PublishingState.DRAFT
    ]


def _parts(row: Model) -> list[Publishable]:
    """Return what foreign keys point at, such as the group of an issue, and all files."""
    options = row._meta
    referenced = [
        getattr(row, field.name)
        for field in options.fields
        if field.related_model and issubclass(field.related_model, Publishable)
    ]
    lists = [field.name for field in options.many_to_many if field.related_model in OFFERED]
    listed = [document for name in lists for document in getattr(row, name).all()]
    return [part for part in [*referenced, *listed] if part is not None]
