"""Index the words of a document when it goes public, in a worker beside the web server."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone
from django_tasks import task

from content.models import Document
from twinning_site.search.indexing.entries import refresh_parts


@task(backend="background", queue_name="documents")
def index_document(pk: int) -> None:
    """Update the entries of everything that the document belongs to."""
    if document := Document.objects.filter(pk=pk).first():
        refresh_parts(document)


def connect() -> None:
    """Schedule the task for each document that is saved with a later publishing date."""
    post_save.connect(_schedule, sender=Document)


def _schedule(instance: Document, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.published_at and instance.published_at > timezone.now():
        index_document.using(run_after=instance.published_at).enqueue(instance.pk)
