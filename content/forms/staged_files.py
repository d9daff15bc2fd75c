"""The form's side of files that are checked and stored before its transaction begins.

The admin (`content/admin/library/uploads.py`) replaces what was uploaded with a `StagedFile`, or
with a `RefusedFile` that holds what was wrong with it.
"""

import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db.models import FileField, Model
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.models import Document, StagedUpload

# Letters; the column of a file's name holds no more.
MAX_NAME, MAX_ENDING = 100, 10
# The answer that a file is to be uploaded though it is here already
ANYWAY = "anyway"


def readable_name(name: str) -> str:
    """Return the name of an uploaded file as a form can show it, short and without odd marks.

    A mark of direction would turn `fdp.exe` into `exe.pdf` for the eye.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    name = "".join(character for character in name if character.isprintable()).strip()
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > MAX_ENDING:
        stem, dot, ending = name, "", ""
    return f"{stem[: MAX_NAME - len(dot + ending)]}{dot}{ending}" or "–"


class StagedFile(File):
    """A file in storage, as a form sees it: its original name and its size.

    `find_same` returns the rows that have the same file already, unless they are not to be told.
    """

    def __init__(self, upload: StagedUpload, find_same: Callable[[], list[Model]]) -> None:
        super().__init__(None, upload.original_name)
        self.upload = upload
        self.size = upload.size
        self.find_same = find_same
        self.same: list[Model] = []

    def __bool__(self) -> bool:
        return True


class RefusedFile(File):
    """A file that was not stored, and why."""

    def __init__(self, name: str, error: ValidationError) -> None:
        super().__init__(None, name)
        self.error = error


class StagedFileWidget(AdminFileWidget):
    """Keeps a staged file in the form; another one can be chosen in its place."""

    template_name = "admin/widgets/staged_file.html"

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["staged"] = value.upload if isinstance(value, StagedFile) else None
        context["widget"]["value"] = _with_staff_address(value)
        context["same_rows"] = value.same if isinstance(value, StagedFile) else []
        context |= {
            "staged_name": staged_name(name), "same_name": same_name(name), "anyway": ANYWAY
        }  # fmt: skip
        if context["staged"]:
            context["widget"]["attrs"].pop("required", None)
        return context


class _NamedFile(NamedTuple):
    """A stored file as Django's widget shows it."""

    name: str
    url: str

    def __str__(self) -> str:
        return self.name


def _with_staff_address(value: Any) -> Any:
    """Return the file of a stored document with the address at which the admin shows it.

    Its storage has none of its own, because readers get only what is published.
    """
    document = getattr(value, "instance", None)
    if not isinstance(document, Document) or document.pk is None or not value:
        return value
    return _NamedFile(
        document.download_name, reverse("admin:content_document_previewed_file", args=[document.pk])
    )


class StagedFileField(forms.FileField):
    """Takes a staged file for a field of a model; it is in storage and looked into already."""

    widget = StagedFileWidget
    model_field: FileField

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return the staged file, which the form shows again; Django shows none that was sent."""
        return data if isinstance(data, StagedFile) else initial

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the stored file, ready to be assigned to the model.

        Raises:
            ValidationError: if it was refused, is here already, or was saved with another form.
        """
        if isinstance(data, RefusedFile):
            raise data.error
        if isinstance(data, StagedFile):
            data.same = data.find_same()
            if data.same:
                raise ValidationError(_("This file is here already."))
        cleaned = super().clean(data, initial)
        if not isinstance(cleaned, StagedFile):
            return cleaned
        # Whoever saves the same form at the same time waits here.
        if not StagedUpload.objects.select_for_update().filter(pk=cleaned.upload.pk):
            raise ValidationError(_("This file has been saved already. Choose it again."))
        return stored_file(self.model_field, cleaned.upload)


def staged_name(name: str) -> str:
    """Return the name of the hidden field beside the file field `name`."""
    return f"{name}-staged"


def same_name(name: str) -> str:
    """Return the name of the choice between a file that is here already and the new one."""
    return f"{name}-same"


def stored_file(field: FileField, upload: StagedUpload) -> FieldFile:
    """Return the file as a value of the model's field, which need not be saved or opened."""
    file = field.attr_class(None, field, upload.stored_name)  # type: ignore[arg-type] # set later
    file.original_name = upload.original_name  # type: ignore[attr-defined] # read by `clean()`
    if {"width", "height"} <= upload.facts.keys():
        # Django would open the file to learn it.
        file._dimensions_cache = upload.facts["width"], upload.facts["height"]  # type: ignore[attr-defined]
    return file
