"""Check uploaded documents, and read their type, size, pages and language from the file."""

from dataclasses import dataclass
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from content.documents.office_documents import OPEN_DOCUMENT, WORD, NotADocument, zip_media_type
from content.documents.pdf_reader import BrokenPdf, UnwieldyPdf, read_pdf_facts
from content.documents.pdf_reader_process import MAX_COUNTED_PAGES

PDF = "application/pdf"
# By media type: the extension of the stored file, and how readers call the type
TYPES = {PDF: ("pdf", "PDF"), WORD: ("docx", "Word"), OPEN_DOCUMENT: ("odt", "OpenDocument")}
# Nobody reads more on a council's page; a file with more is an attack.
MAX_PAGES = MAX_COUNTED_PAGES - 1
NOT_A_DOCUMENT = _("This file is not a PDF, Word (.docx) or OpenDocument (.odt) file.")


@dataclass(frozen=True)
class DocumentFacts:
    """`size` is in bytes; `pages` is None if unknown; `language` is two letters or empty."""

    media_type: str
    size: int
    pages: int | None
    language: str


def document_path(instance: object, filename: str) -> str:
    """Return a random name, which tells nothing and cannot be guessed."""
    return f"{uuid4().hex}{PurePath(filename).suffix.lower()}"


def read_facts(file: File) -> DocumentFacts:
    """Return what `file` is, judged by its content.

    Raises:
        ValidationError: if it is none of the types, broken, encrypted or too large.
    """
    if file.size > settings.UPLOAD_MAX_DOCUMENT_BYTES:
        raise ValidationError(
            _("This file has %(size)s. The most that can be taken is %(limit)s.")
            % {
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.UPLOAD_MAX_DOCUMENT_BYTES),
            }
        )
    file.seek(0)
    start = file.read(5)
    file.seek(0)
    if start == b"%PDF-":
        pages, language = _read_pdf(file)
        media_type = PDF
    elif start.startswith(b"PK"):
        pages, language = None, ""
        try:
            media_type = zip_media_type(file)
        except NotADocument as error:
            raise ValidationError(NOT_A_DOCUMENT) from error
    else:
        raise ValidationError(NOT_A_DOCUMENT)
    file.seek(0)
    return DocumentFacts(media_type, file.size, pages, language)


def check_document(file: File) -> None:
    """Refuse a file that `read_facts` refuses.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    # What is stored was checked before.
    if not getattr(file, "_committed", False):
        read_facts(file)


def _read_pdf(file: File) -> tuple[int, str]:
    """Return the number of pages, and the language's two letters if the file tells it."""
    try:
        facts = read_pdf_facts(file)
    except BrokenPdf as error:
        raise ValidationError(_("This PDF is broken. Save it again and try once more.")) from error
    except UnwieldyPdf as error:
        raise ValidationError(
            _("Opening this PDF takes too much memory or time. Print it into a new PDF first.")
        ) from error
    if facts.is_locked:
        raise ValidationError(_("This PDF is locked with a password. Remove it first."))
    if not facts.pages:
        raise ValidationError(_("This PDF has no pages."))
    if facts.pages > MAX_PAGES:
        raise ValidationError(
            _("This PDF has more than %(limit)s pages. Offer it in parts.") % {"limit": MAX_PAGES}
        )
    return facts.pages, facts.language
