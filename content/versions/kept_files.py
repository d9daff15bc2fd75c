"""The files that versions name: those of pictures stay where the public cannot fetch them.

A picture's file is public for whoever knows its address. As soon as no picture has it any more, it
goes to the private storage `kept_pictures`, or away if no version names it (docs/adr/0024).
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import PurePath
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import Storage, default_storage, storages
from django.db import models, transaction
from django.utils import timezone

from content.models import Document, Picture, StagedUpload, Version, Video

FOLDER = "pictures"
# A younger file may belong to a row that is being saved.
MIN_AGE = timedelta(days=1)


def file_names(rows: Iterable[dict[str, Any]], model: type[models.Model]) -> Iterator[str]:
    """Yield the names of the files of pictures, or of documents, among kept rows."""
    for row in rows:
        if row["model"] == model._meta.label_lower:
            yield row["fields"]["file"]


def place_of(version: Version) -> tuple[Storage, str] | None:
    """Return storage and name of the file that the row itself had; None if there is none."""
    row = version.rows[0]
    name = row["fields"].get("file", "")
    places = {
        Document._meta.label_lower: [storages["documents"]],
        Video._meta.label_lower: [storages["videos"]],
        Picture._meta.label_lower: [default_storage, _kept()],
    }
    found = (place for place in places.get(row["model"], []) if name and place.exists(name))
    return next(((place, name) for place in found), None)


def put_away(name: str) -> None:
    """Take the file that a picture had from the public; keep it if a version names it."""
    if not Picture.objects.filter(file=name).exists():
        _take_away(name, keep=_is_named(name))


def bring_back(picture: Picture) -> None:
    """Put the kept file of a picture where pages find it; its sizes are to be made anew.

    Until the transaction is committed, it stays in the other place, too.
    """
    name = str(picture.file.name)
    picture.has_renditions, picture.is_left_to_worker = False, True
    if _kept().exists(name):
        _copy(name, _kept(), default_storage)
        transaction.on_commit(partial(_kept().delete, name))


def forget(names: Iterable[str]) -> None:
    """Delete the kept files of pictures, of those names that no version has any more."""
    for name in names:
        if not _is_named(name):
            _kept().delete(name)


def put_in_order() -> int:
    """Do what a process that was ended has left undone; return the number of files moved or gone.

    A file of pictures stays public if a row has it, is kept if a version names it, and goes
    otherwise.
    """
    public, kept = list(_files(default_storage)), list(_files(_kept()))
    sizes = list(_folders_of_sizes())
    live, named = set(_live_names()), set(_named())
    gone = [name for name in public if name not in live and _is_old(name)]
    for name in gone:
        _take_away(name, keep=name in named)
    for folder in {*sizes} - {_folder_of_sizes(name) for name in [*live, *public]}:
        _delete_folder(folder)
    back = [name for name in kept if name in live or name not in named]
    for name in back:
        if name in live and not default_storage.exists(name):
            _copy(name, _kept(), default_storage)
        _kept().delete(name)
    return len(gone) + len(back)


def _kept() -> Storage:
    return storages["kept_pictures"]


def _named() -> Iterator[str]:
    kind = ContentType.objects.get_for_model(Picture)
    for version in Version.objects.filter(content_type=kind).iterator():
        yield from file_names(version.rows, Picture)


def _is_named(name: str) -> bool:
    kind = ContentType.objects.get_for_model(Picture)
    return Version.objects.filter(content_type=kind, state__contains=f'"{name}"').exists()


def _live_names() -> Iterator[str]:
    yield from Picture.objects.values_list("file", flat=True)
    yield from Document.objects.exclude(cover="").values_list("cover", flat=True)
    yield from StagedUpload.objects.values_list("stored_name", flat=True)


def _files(storage: Storage) -> Iterator[str]:
    if storage.exists(FOLDER):
        yield from (f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1])


def _folders_of_sizes() -> Iterator[str]:
    if default_storage.exists(FOLDER):
        yield from (f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[0])


def _folder_of_sizes(name: str) -> str:
    return str(PurePath(name).with_suffix(""))


def _delete_folder(folder: str) -> None:
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")
        default_storage.delete(folder)


def _is_old(name: str) -> bool:
    return default_storage.get_modified_time(name) < timezone.now() - MIN_AGE


def _take_away(name: str, *, keep: bool) -> None:
    if keep and default_storage.exists(name):
        _copy(name, default_storage, _kept())
    _delete_folder(_folder_of_sizes(name))
    default_storage.delete(name)


def _copy(name: str, source: Storage, target: Storage) -> None:
    """Copy a file, over one that was cut off in the middle."""
    if target.exists(name):
        if target.size(name) == source.size(name):
            return
        target.delete(name)
    with source.open(name) as file:
        target.save(name, file)
