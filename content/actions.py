"""Verbs of publishing and of the library.

Rows are saved one by one, so that the search index follows.
"""

from django.db import transaction
from django.utils import timezone

from content.documents.upload_checks import PDF
from content.models import Document, Publishable, PublishableQuerySet
from content.tasks import read_document


def publish(row: Publishable) -> None:
    """Make `row` public now, if it is not."""
    if row.is_published:
        return
    row.published_at = timezone.now()
    if row.expires_at and row.expires_at <= row.published_at:
        row.expires_at = None
    row.save()


def take_down(row: Publishable) -> None:
    """Hide `row` from the public: what is live ends now, what is scheduled is a draft again."""
    if row.publishing_state == "live":
        row.expires_at = timezone.now()
    elif row.publishing_state == "scheduled":
        row.published_at = None
    else:
        return
    row.save()


@transaction.atomic
def publish_all(rows: PublishableQuerySet) -> list[Publishable]:
    """Publish what is not public; give those rows."""
    changed = [row for row in rows if not row.is_published]
    for row in changed:
        publish(row)
    return changed


@transaction.atomic
def take_down_all(rows: PublishableQuerySet) -> list[Publishable]:
    """Take down what is public or scheduled; give those rows."""
    changed = [row for row in rows if row.publishing_state in {"live", "scheduled"}]
    for row in changed:
        take_down(row)
    return changed


def take_in(document: Document) -> None:
    """Have the worker read a file that is new in the library."""
    if document.media_type == PDF:
        read_document.enqueue(document.pk)


def take_in_missed() -> int:
    """Have the worker read what it never did, as when it died over it; tell how many."""
    missed = Document.objects.filter(media_type=PDF, is_tagged=None)
    for document in missed:
        take_in(document)
    return len(missed)
