"""What a page shows or needs and the public does not see."""

from collections.abc import Iterable

from django.db.models import Model

from content.models import Document, Publishable


def unseen_parts(rows: Iterable[Model]) -> list[Publishable]:
    """Give the drafts among what `rows` point at, and among their documents, each once.

    What is not stored has none.
    """
    rows = list(rows)
    found = dict.fromkeys(part for row in rows if row.pk for part in _parts(row))
    return [part for part in found if part not in rows and part.publishing_state == "draft"]


def _parts(row: Model) -> list[Publishable]:
    """What has a column of its own, such as the group of an issue, and every document listed."""
    options = row._meta
    named = [
        getattr(row, field.name)
        for field in options.fields
        if field.related_model and issubclass(field.related_model, Publishable)
    ]
    lists = [field.name for field in options.many_to_many if field.related_model is Document]
    listed = [document for name in lists for document in getattr(row, name).all()]
    return [part for part in [*named, *listed] if part is not None]
