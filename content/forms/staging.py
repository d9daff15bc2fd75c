"""Check, prepare and store an uploaded file before the transaction that saves its form."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import storages
from django.db.models import FileField
from django.utils.translation import gettext_lazy as _

from content.file_digests import digest_of
from content.file_readers.low_priority import with_low_priority
from content.forms.staged_files import RefusedFile, readable_name
from content.models import StagedUpload

NO_ROOM = _("The file cannot be stored at the moment. Try again later; nothing else was changed.")


def stage(
    uploaded: File,
    field: FileField,
    storage_alias: str,
    prepare: Callable[[File], tuple[File, dict[str, Any]]],
    officer: int | None,
) -> StagedUpload | RefusedFile:
    """Store a file as one of `field`, or say why not. Never call it inside a transaction.

    Args:
        storage_alias: a key of the setting STORAGES.
        prepare: returns the file to store and what was read from it, by the names of fields, or
            raises a ValidationError with a sentence that says what is wrong.
        officer: the key of who uploads it; None for somebody without an account.
    """
    name = readable_name(uploaded.name or "")
    digest = digest_of(uploaded)
    try:
        file, facts = with_low_priority(lambda: prepare(uploaded))
    except ValidationError as error:
        return RefusedFile(name, error)
    upload = StagedUpload.objects.create(
        officer_id=officer,
        storage=storage_alias,
        stored_name=field.generate_filename(None, file.name),  # type: ignore[arg-type] # any row
        original_name=name,
        size=file.size,
        facts=facts | {"sha256": digest},
    )
    try:
        storages[storage_alias].save(upload.stored_name, file)
    except OSError:
        upload.delete()
        return RefusedFile(name, ValidationError(NO_ROOM))
    return upload
