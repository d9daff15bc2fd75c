"""The files of documents: one stays as long as a row, draft, version or upload names it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import storages
from django.db.models import Q
from django.utils import timezone

from content.models import Document, Draft, StagedUpload, Version
from content.versions.kept_files import file_names

# A younger file may belong to a row that is being saved.
MIN_AGE = timedelta(days=1)


def delete_unnamed(names: Iterable[str]) -> None:
    """Delete those files of documents that nothing names any more."""
    for name in names:
        if not _is_named(name):
            storages["documents"].delete(name)


def delete_left_over() -> int:
    """Delete the files that nothing names; return how many.

    They are left of drafts whose versions are gone, and of processes that were ended.
    """
    storage = storages["documents"]
    named = set(_named())
    before = timezone.now() - MIN_AGE
    left = [
        name
        for name in _stored()
        if name not in named and storage.get_modified_time(name) < before and not _is_named(name)
    ]
    for name in left:
        storage.delete(name)
    return len(left)


def _stored() -> list[str]:
    """Return the names of all files; the folder is made with the first one."""
    try:
        return storages["documents"].listdir("")[1]
    except FileNotFoundError:
        return []


def _is_named(name: str) -> bool:
    in_state = Q(state__contains=f'"{name}"')
    return (
        Document.objects.filter(file=name).exists()
        or StagedUpload.objects.filter(stored_name=name).exists()
        or Draft.objects.filter(in_state).exists()
        or Version.objects.filter(in_state).exists()
    )


def _named() -> Iterator[str]:
    """Yield the names that can be found in few queries, so that few are looked for one by one."""
    yield from Document.objects.values_list("file", flat=True)
    yield from StagedUpload.objects.values_list("stored_name", flat=True)
    kind = ContentType.objects.get_for_model(Document)
    for version in Version.objects.filter(content_type=kind).iterator():
        yield from file_names(version.rows, Document)
