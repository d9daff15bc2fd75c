"""What the search has to do at a later moment; a worker does it beside the web server."""

from django.db.models.signals import post_save
from django.utils import timezone
from django_tasks import task

from content.models import Document
from twinning_site.search.index import refresh_parts


@task(backend="background", queue_name="documents")
def find_document(pk: int) -> None:
    """Make the words of a document findable that has gone public."""
    if document := Document.objects.filter(pk=pk).first():
        refresh_parts(document)


def connect() -> None:
    """Order that for every document that is to go public later."""
    post_save.connect(_order, sender=Document)


def _order(instance: Document, raw: bool = False, **kwargs) -> None:
    if not raw and instance.published_at and instance.published_at > timezone.now():
        find_document.using(run_after=instance.published_at).enqueue(instance.pk)
