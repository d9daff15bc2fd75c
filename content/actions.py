"""Actions: publish rows, take them down, have documents read and pictures resized.

Rows are saved one by one, so that signals update the search index.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from content.models import (
    Document,
    MarkedAsExample,
    Picture,
    Publishable,
    PublishableQuerySet,
    PublishingState,
)
from content.tasks import make_renditions, read_document
from content.versions.recording import keep_first_version

RowT = TypeVar("RowT", bound=MarkedAsExample)


def publish(row: Publishable) -> None:
    """Make `row` public now, if it is not public; what was public before keeps its date."""
    if row.is_published:
        return
    now = timezone.now()
    if row.published_at is None or row.published_at > now:
        row.published_at = now
    if row.expires_at and row.expires_at <= now:
        row.expires_at = None
    row.save()


def take_down(row: Publishable) -> None:
    """Hide `row`: a live row expires now, a scheduled one becomes a draft again."""
    if row.publishing_state == PublishingState.LIVE:
        row.expires_at = timezone.now()
    elif row.publishing_state == PublishingState.SCHEDULED:
        row.published_at = None
    else:
        return
    row.save()


def publish_all(rows: PublishableQuerySet) -> list[Publishable]:
    """Publish the rows that are not public, each in its own transaction, and return them.

    Those stay as they are that lack something which readers need.
    """
    return _change_each(
        rows, lambda row: not (row.is_published or row.objections_to_publishing()), publish
    )


def take_down_all(rows: PublishableQuerySet) -> list[Publishable]:
    """Take down the rows that are public or scheduled, as `publish_all` does; return them."""
    shown = {PublishingState.LIVE, PublishingState.SCHEDULED}
    return _change_each(rows, lambda row: row.publishing_state in shown, take_down)


def take_off_example_mark(rows: QuerySet[RowT]) -> list[RowT]:
    """Take the mark of an example off each row that has it, and return these rows."""
    return _change_each(rows, lambda row: row.example, _take_off_mark)


def _take_off_mark(row: MarkedAsExample) -> None:
    row.example = False
    row.save()


def _change_each(
    rows: QuerySet[RowT],
    is_wanted: Callable[[RowT], bool],
    change: Callable[[RowT], None],
) -> list[RowT]:
    """Change the wanted rows one by one: hundreds at once would keep others waiting."""
    changed = []
    for key in list(rows.values_list("pk", flat=True)):
        with transaction.atomic():
            row = rows.model._default_manager.select_for_update().filter(pk=key).first()
            if row is not None and is_wanted(row):
                keep_first_version(row)
                change(row)
                changed.append(row)
    return changed


def order_reading(document: Document) -> None:
    """Have a worker read the file of `document`."""
    read_document.enqueue(document.pk)


def order_renditions(picture: Picture) -> None:
    """Have a worker make the sizes of `picture`."""
    make_renditions.enqueue(picture.pk)


def order_missed_work() -> dict[str, int]:
    """Order what was never made of uploads, as when a worker died; return how many by kind."""
    documents = Document.objects.filter(read_at=None)
    pictures = Picture.objects.filter(has_renditions=False)
    for document in documents:
        order_reading(document)
    for picture in pictures:
        order_renditions(picture)
    return {"documents to be read": len(documents), "pictures to be resized": len(pictures)}
