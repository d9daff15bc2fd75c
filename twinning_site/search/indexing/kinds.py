"""Keep up with kinds of document, whose names are among the words of documents."""

from typing import Any

from django.db.models.signals import post_save

from content.models import Document, DocumentKind
from twinning_site.search.indexing.sources import SEARCH_SOURCES
from twinning_site.search.indexing.themes import refresh_all


def connect() -> None:
    """Follow the kinds. One that is deleted has no documents."""
    post_save.connect(_saved, sender=DocumentKind)


def _saved(instance: DocumentKind, created: bool, raw: bool, **signal: Any) -> None:
    if raw or created:
        return
    source = next(source for source in SEARCH_SOURCES if source.model is Document)
    refresh_all(source, list(source.rows().filter(kind=instance).values_list("pk", flat=True)))
