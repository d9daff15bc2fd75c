"""Documents that a page offers and that the public does not see."""

from collections.abc import Iterable

from django.db.models import Model

from content.models import Document


def draft_documents(rows: Iterable[Model]) -> list[Document]:
    """Give the drafts among the documents of `rows`, each once. What is not stored has none."""
    found = [document for row in rows if row.pk for document in _documents(row)]
    return [row for row in dict.fromkeys(found) if row.publishing_state == "draft"]


def _documents(row: Model) -> list[Document]:
    """Every document that a column or a list of `row` points at."""
    options = row._meta
    named = [
        getattr(row, field.name) for field in options.fields if field.related_model is Document
    ]
    lists = [field.name for field in options.many_to_many if field.related_model is Document]
    listed = [document for name in lists for document in getattr(row, name).all()]
    return [document for document in [*named, *listed] if document is not None]
