"""Read out of an uploaded file which issue it is, as far as it says so."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.documents.pdf_reader import PdfBeginning, read_pdf_beginning
from content.documents.upload_checks import PDF, PDF_BEGINS_WITHIN, prepare_document
from content.file_readers.start import ReaderFailed, UnreadableFile
from content.models import Document, StagedUpload
from content.models.document import documents_storage
from links.issue_facts import facts_of_issue

NOT_A_PDF = _("This is not a PDF. Save it as a PDF and choose that.")


def prepare_issue(file: File) -> tuple[File, dict[str, Any]]:
    """Return a PDF under the name to store it by, and its facts by the names of fields.

    An issue is read in the browser, and a Word file looks different on every machine.

    Raises:
        ValidationError: if it is no PDF, or as `prepare_document` does.
    """
    file.seek(0)
    if b"%PDF-" not in file.read(PDF_BEGINS_WITHIN + 5):
        raise ValidationError(NOT_A_PDF)
    prepared, facts = prepare_document(file)
    if facts["media_type"] != PDF:
        raise ValidationError(NOT_A_PDF)
    return prepared, facts


def read_issue(upload: StagedUpload, group: int | None) -> dict[str, Any]:
    """Return what the form of an issue begins with, by the names of its fields.

    `group` is the key of the group whose issue it is, or None for the council's own.
    """
    beginning = PdfBeginning("", [])
    if upload.facts["media_type"] == PDF:
        try:
            with documents_storage().open(upload.stored_name) as file:
                beginning = read_pdf_beginning(file)
        except (UnreadableFile, ReaderFailed):
            # Then the name of the file has to do.
            pass
    facts = facts_of_issue(upload.original_name, beginning.title, beginning.lines)
    today = timezone.localdate()
    return {
        "title": facts.title,
        "language": upload.facts["language"] or _usual_language(group),
        "year": facts.year or today.year,
        "month": facts.month if facts.year else today.month,
    }


def _usual_language(group: int | None) -> str:
    """Return the language of the last PDF of the group, or else that of the site."""
    documents = Document.objects.exclude(language="").order_by("-pk")
    last = documents.filter(newsletters__group=group)
    return last.values_list("language", flat=True).first() or settings.LANGUAGE_CODE
