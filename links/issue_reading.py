"""Read out of an uploaded file which issue it is, as far as it says so."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from content.documents.pdf_reader import PdfBeginning, read_pdf_beginning
from content.documents.upload_checks import PDF
from content.file_readers.start import ReaderFailed, UnreadableFile
from content.models import Document, StagedUpload
from content.models.document import documents_storage
from links.issue_facts import facts_of_issue


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
