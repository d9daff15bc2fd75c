"""Erase versions for good: when their time is over, or because somebody says so."""

from collections.abc import Iterable

from django.core.files.storage import storages
from django.db import transaction

from content.models import Document, Version, VersionQuerySet
from content.versions.snapshot import document_files


def erase_from_bin(version: Version) -> None:
    """Erase what was deleted with all of its versions."""
    _erase(Version.objects.of_key(version.content_type, version.object_id))


def erase_outdated() -> int:
    """Erase what has been in the bin for BIN_DAYS, and versions that nobody will ask for.

    Returns:
        The number of versions.
    """
    number = 0
    for version in (
        Version.objects.in_bin().outdated().without_state().select_related("content_type")
    ):
        number += _erase(Version.objects.of_key(version.content_type, version.object_id))
    return number + _erase(Version.objects.superseded())


def _erase(versions: VersionQuerySet) -> int:
    """Delete versions, and the documents that nothing else names."""
    names: set[str] = set()
    with transaction.atomic():
        for version in versions:
            names |= set(document_files(version.rows))
        number, _kinds = versions.delete()
    _delete_files(names)
    return number


def _delete_files(names: Iterable[str]) -> None:
    for name in names:
        is_live = Document.objects.filter(file=name).exists()
        if not (is_live or Version.objects.filter(state__contains=f'"{name}"').exists()):
            storages["documents"].delete(name)
