"""Files of documents and videos: one stays while a row, draft, version or upload names it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import Storage, storages
from django.db.models import Q
from django.utils import timezone

from content.models import Document, Draft, StagedUpload, Version, Video
from content.versions.kept_files import file_names

# A younger file may belong to a row that is being saved.
MIN_AGE = timedelta(days=1)
# Keys of the setting STORAGES
STORAGES: dict[type[Document | Video], str] = {Document: "documents", Video: "videos"}


def delete_unnamed(model: type[Document | Video], names: Iterable[str]) -> None:
    """Delete those files of a model that nothing names any more."""
    for name in names:
        if not _is_named(model, name):
            storages[STORAGES[model]].delete(name)


def delete_left_over(model: type[Document | Video]) -> int:
    """Delete the files of a model that nothing names; return how many.

    They are left of drafts whose versions are gone, and of processes that were ended.
    """
    storage = storages[STORAGES[model]]
    named = set(_named(model))
    before = timezone.now() - MIN_AGE
    left = [
        name
        for name in _stored(storage)
        if name not in named
        and storage.get_modified_time(name) < before
        and not _is_named(model, name)
    ]
    for name in left:
        storage.delete(name)
    return len(left)


def _stored(storage: Storage) -> list[str]:
    """Return the names of all files; the folder is made with the first one."""
    try:
        return storage.listdir("")[1]
    except FileNotFoundError:
        return []


def _is_named(model: type[Document | Video], name: str) -> bool:
    in_state = Q(state__contains=f'"{name}"')
    return (
        model.objects.filter(file=name).exists()
        or StagedUpload.objects.filter(stored_name=name).exists()
        or Draft.objects.filter(in_state).exists()
        or Version.objects.filter(in_state).exists()
    )


def _named(model: type[Document | Video]) -> Iterator[str]:
    """Yield the names that can be found in few queries, so that few are looked for one by one."""
    yield from model.objects.values_list("file", flat=True)
    yield from StagedUpload.objects.values_list("stored_name", flat=True)
    kind = ContentType.objects.get_for_model(model)
    for version in Version.objects.filter(content_type=kind).iterator():
        yield from file_names(version.rows, model)
