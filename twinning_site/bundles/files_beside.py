"""The pictures, documents and videos of a bundle, each beside its description."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import storages
from django.db.models import FileField, Model
from django.db.models.fields.files import FieldFile

from content.actions import order_reading, order_renditions
from content.documents.upload_checks import (
    DocumentFacts,
    check_document,
    read_facts,
    stored_name,
)
from content.file_digests import digest_of
from content.forms.staged_files import stored_file
from content.models import Document, Picture, StagedUpload, Video
from content.pictures.bare_files import is_bare
from content.pictures.upload_checks import check_picture, checked_picture, opened, prepare_picture
from content.videos.upload_checks import VideoFacts, check_video, prepare_video

# By the storage, a key of the setting STORAGES
CHECKS: dict[str, Callable[[File], None]] = {
    "default": check_picture,
    "documents": check_document,
    "videos": check_video,
}


def faults_of_file(storage: str, path: Path) -> list[str]:
    """Return what is wrong with a file, judged by its content as an upload is."""
    with path.open("rb") as opened_file:
        try:
            CHECKS[storage](File(opened_file, name=path.name))
        except ValidationError as error:
            return error.messages
    return []


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file of a bundle."""
    with path.open("rb") as opened_file:
        return digest_of(File(opened_file))


def digest_of_stored(file: FieldFile) -> str:
    """Return the SHA-256 of a stored file; empty if it is gone."""
    try:
        with file.open():
            return digest_of(file)
    except FileNotFoundError:
        return ""


def stage(storage: str, model: type[Model], path: Path) -> StagedUpload:
    """Store a file, so that a transaction has only to name it; the row tells of it until then.

    Raises:
        ValidationError: if the file is refused.
        OSError: if it is gone, or cannot be stored.
    """
    with path.open("rb") as opened_file:
        sent = File(opened_file, name=path.name)
        digest = digest_of(sent)
        file, facts = PREPARE[storage](sent)
        field: Any = model._meta.get_field("file")
        upload = StagedUpload.objects.create(
            storage=storage,
            stored_name=field.generate_filename(None, file.name),
            # Not its key, which may come from the alternative text: both would be the same.
            original_name=f"file{path.suffix}",
            size=file.size,
            facts=facts | {"sha256": digest},
        )
        try:
            storages[storage].save(upload.stored_name, file)
        except OSError:
            upload.delete()
            raise
    return upload


def take_over(upload: StagedUpload, row: Any) -> None:
    """Give a row, which is then saved, the staged file and what is known of it.

    `upload` itself keeps its key, by which it is deleted with its file if nothing comes of it.
    """
    field: FileField = row._meta.get_field("file")
    facts = dict(upload.facts)
    row.file = stored_file(field, upload)
    row.sha256 = facts.pop("sha256")
    if isinstance(row, Document):
        row.set_facts(DocumentFacts(**facts))
    elif isinstance(row, Video):
        row.set_facts(VideoFacts(**facts))
    else:
        row.has_renditions, row.is_left_to_worker = False, True
    StagedUpload.objects.filter(pk=upload.pk).delete()


def order_work(row: Model) -> None:
    """Have a worker do for a new file what it does for an upload."""
    if isinstance(row, Picture):
        order_renditions(row)
    elif isinstance(row, Document):
        order_reading(row)


def _prepare_picture(sent: File) -> tuple[File, dict[str, Any]]:
    """Return the picture to store: one that holds only pixels stays as it is, byte for byte."""
    checked = checked_picture(sent)
    prepared: File = checked if checked is sent and is_bare(sent) else prepare_picture(checked)
    with opened(prepared) as image:
        return prepared, {"width": image.width, "height": image.height}


def _prepare_document(sent: File) -> tuple[File, dict[str, Any]]:
    facts = read_facts(sent)
    sent.name = stored_name(facts.media_type)
    return sent, asdict(facts)


PREPARE = {
    "default": _prepare_picture,
    "documents": _prepare_document,
    "videos": prepare_video,
}
