"""What a document's file says about itself; nothing of it is typed by hand."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from content.documents.pdf_process import MAX_COUNTED_PAGES
from content.documents.pdf_reader import BrokenPdf, UnwieldyPdf, read_pdf_facts

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
# Media type: the ending of the stored file, and how readers call it.
TYPES = {PDF: ("pdf", "PDF"), WORD: ("docx", "Word"), OPEN_DOCUMENT: ("odt", "OpenDocument")}
# Nobody reads more on a council's page; a file that claims more is a trap.
MAX_PAGES = MAX_COUNTED_PAGES - 1
MAX_UNPACKED_BYTES = 250 * 1024**2
MAX_DIRECTORY_BYTES = 1024**2
# APPNOTE.TXT, 4.3.12: the lengths of name, extra field and comment; 46 bytes with them
DIRECTORY_ENTRY = re.compile(rb"PK\x01\x02(?=.{24}(..)(..)(..))", re.DOTALL)
# What a Word file says about its parts (ECMA-376, part 2, 7.2.3), whatever they are called
CONTENT_TYPES = "[Content_Types].xml"
WORD_TEXT = b"wordprocessingml.document.main+xml"
MACROS_IN_TYPES = re.compile(rb"macroenabled|vbaproject")
# Macros of Word and of OpenDocument
MACROS_IN_NAMES = re.compile(r"(.*/)?vbaProject\.bin|(Basic|Scripts)/.+", re.IGNORECASE)
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


def _zip_type(file: File) -> str:
    """Media type of a Word or OpenDocument file; nothing in it is unpacked but a line."""
    try:
        if _directory_size(file) > MAX_DIRECTORY_BYTES:
            raise ValidationError(NOT_A_DOCUMENT)
        with zipfile.ZipFile(file) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
            if sum(parts.values()) > MAX_UNPACKED_BYTES:
                raise ValidationError(_("This file would be far too large once it is opened."))
            types = b""
            if parts.get(CONTENT_TYPES, MAX_DIRECTORY_BYTES) < MAX_DIRECTORY_BYTES:
                types = archive.read(CONTENT_TYPES).lower()
            if MACROS_IN_TYPES.search(types) or any(map(MACROS_IN_NAMES.match, parts)):
                raise ValidationError(_("This file has macros. Save it without them."))
            if "word/document.xml" in parts and WORD_TEXT in types:
                return WORD
            if parts.get("mimetype", MAX_UNPACKED_BYTES) < 100:
                declared = archive.read("mimetype").decode("ascii", "replace").strip()
                if declared == OPEN_DOCUMENT:
                    return OPEN_DOCUMENT
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError) as error:
        raise ValidationError(NOT_A_DOCUMENT) from error
    raise ValidationError(NOT_A_DOCUMENT)


def _directory_size(file: File) -> int:
    """Size in bytes of the list of files, which `zipfile` reads whole; counted up to a limit.

    The end of the file tells it, too, but may lie, and there are two such ends.
    """
    file.seek(0)
    size = 0
    for entry in DIRECTORY_ENTRY.finditer(file.read()):
        size += 46 + sum(int.from_bytes(length, "little") for length in entry.groups())
        if size > MAX_DIRECTORY_BYTES:
            break
    return size
