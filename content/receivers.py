"""What follows when rows of the library are saved or deleted."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from content.models import Document, Picture
from content.tasks import make_renditions, read_document
from content.translations import note_changes, translated_fields
from content.versions.kept_files import put_away


@receiver(post_save, sender=Picture)
def make_sizes_of_imported_picture(instance: Picture, raw: bool, **signal: Any) -> None:
    """Make the sizes of a picture that a program saves, once the transaction has ended.

    Nobody waits for it, and there may be no worker. What an officer uploads is left to one.
    """
    if not (raw or instance.has_renditions or instance.is_left_to_worker):
        transaction.on_commit(partial(make_renditions.func, instance.pk))


@receiver(pre_save, sender=Picture)
def put_away_replaced_file(instance: Picture, raw: bool, **signal: Any) -> None:
    """Take the file that the picture had from the public, once another is stored."""
    stored = Picture.objects.filter(pk=instance.pk).values_list("file", flat=True).first()
    if not raw and stored and stored != instance.file.name:
        transaction.on_commit(partial(put_away, stored))


@receiver(post_delete, sender=Picture)
def put_away_deleted_file(instance: Picture, **signal: Any) -> None:
    """Take the file from the public; it waits for its picture while that is in the bin."""
    transaction.on_commit(partial(put_away, str(instance.file.name)))


@receiver(post_save, sender=Document)
def order_reading_of_published_file(instance: Document, **signal: Any) -> None:
    """Have a worker read the file that has waited in a draft, or that is back."""
    if instance.awaits_reading:
        instance.awaits_reading = False
        read_document.enqueue(instance.pk)


@receiver(post_delete, sender=Document)
def delete_cover(instance: Document, **signal: Any) -> None:
    """Delete what the public can fetch; the document itself waits in the bin, which is private."""
    if instance.cover:
        storage, name = instance.cover.storage, str(instance.cover.name)
        transaction.on_commit(partial(storage.delete, name))


@receiver(pre_save)
def note_outdated_translations(
    sender: type[Model],
    instance: Model,
    raw: bool,
    update_fields: Collection[str] | None,
    **signal: Any,
) -> None:
    """Note which translations do not say any more what the original says."""
    names = translated_fields(sender)
    is_theirs = update_fields is None or {*names} & {*update_fields}
    if names and is_theirs and not raw and not instance._state.adding:
        note_changes(instance)
