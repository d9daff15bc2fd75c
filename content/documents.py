"""What a document's file says about itself; nothing of it is typed by hand."""

import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
# Media type: the ending of the stored file, and how readers call it.
TYPES = {PDF: ("pdf", "PDF"), WORD: ("docx", "Word"), OPEN_DOCUMENT: ("odt", "OpenDocument")}
NOT_A_DOCUMENT = _("This file is not a PDF, Word (.docx) or OpenDocument (.odt) file.")


@dataclass(frozen=True)
class DocumentFacts:
    """Media type, size in bytes, number of pages (None if it cannot be known), language."""

    media_type: str
    size: int
    pages: int | None
    language: str


def document_path(instance: object, filename: str) -> str:
    """A random name: an address tells nothing and cannot be guessed."""
    return f"{uuid4().hex}{PurePath(filename).suffix.lower()}"


def read_facts(file: File) -> DocumentFacts:
    """Look into `file` and tell what it is.

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
        media_type = _zip_type(file)
    else:
        raise ValidationError(NOT_A_DOCUMENT)
    file.seek(0)
    return DocumentFacts(media_type, file.size, pages, language)


def check_document(file: File) -> None:
    """Refuse a file that `read_facts` refuses.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    read_facts(file)


def _read_pdf(file: File) -> tuple[int, str]:
    """Number of pages, and the two letters of the language, if the file tells it."""
    try:
        reader = PdfReader(file)
        if reader.is_encrypted:
            raise ValidationError(_("This PDF is locked with a password. Remove it first."))
        pages = len(reader.pages)
        language = str(reader.root_object.get("/Lang", ""))[:2].lower()
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OSError,
        RecursionError,
    ) as error:
        raise ValidationError(_("This PDF is broken. Save it again and try once more.")) from error
    if not pages:
        raise ValidationError(_("This PDF has no pages."))
    return pages, language


def _zip_type(file: File) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return WORD
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                if declared == OPEN_DOCUMENT:
                    return OPEN_DOCUMENT
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise ValidationError(NOT_A_DOCUMENT) from error
    raise ValidationError(NOT_A_DOCUMENT)
