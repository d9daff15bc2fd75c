"""Check uploaded documents, and read their type, size, pages and language from the file."""

import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from content.documents.office_reader import read_ole_kind, read_zip_facts
from content.documents.pdf_reader import MAX_COUNTED_PAGES, read_pdf_facts
from content.file_readers.start import BrokenFile, ReaderFailed, UnreadableFile, UnwieldyFile
from content.text.file_sizes import check_file_size

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
# By media type: the extension of the stored file, and how readers call the type
TYPES = {PDF: ("pdf", "PDF"), WORD: ("docx", "Word"), OPEN_DOCUMENT: ("odt", "OpenDocument")}
# Nobody reads more on a council's page; a file with more is an attack.
MAX_PAGES = MAX_COUNTED_PAGES - 1
# A PDF may begin behind other bytes, such as the header of a mail (ISO 32000-1, annex H, note 13).
PDF_BEGINS_WITHIN = 1024
# OpenDocument and Word in one file of XML
FLAT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*<\?xml.*(?:<office:document\b|Word\.Document)", re.DOTALL
)
OLE, ZIP, RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK", b"{\\rtf"
OFFICE_TYPES = {"word": WORD, "opendocument": OPEN_DOCUMENT}
NOT_A_DOCUMENT = _("This file is not a PDF, Word (.docx) or OpenDocument (.odt) file.")
NOT_CHECKED = _("This file could not be checked just now. Please send it again.")
UNWIELDY = _("Opening this file takes too much memory or time. Print it into a new PDF first.")
UNREADABLE = _("Our program cannot open this file. Print it into a new PDF first.")
# By what `content.documents.office_process` finds
REFUSED_KINDS = {
    "broken": _("This Word or OpenDocument file is broken. Save it again and try once more."),
    "flat": _("This is an XML file. Save it as .docx, .odt or PDF."),
    "huge": _("This file would be far too large once it is opened."),
    "locked": _("This file is locked with a password. Remove it first."),
    "macros": _("This file has macros. Save it without them."),
    "old word": _("This is a file of an old Word (.doc). Save it as .docx or PDF."),
    "pages": _("This is a file of Apple Pages. Export it as PDF or Word."),
    "presentation": _("This is a presentation. Save it as PDF."),
    "rtf": _("This is an RTF file. Save it as .docx or PDF."),
    "spreadsheet": _("This is a spreadsheet. Save it as PDF."),
    "template": _("This is a template. Save it as .docx, .odt or PDF."),
}


@dataclass(frozen=True)
class DocumentFacts:
    """`size` is in bytes; `pages` is None if unknown; `language` is a code or empty.

    A PDF may ask programs not to print it, or not to copy words from it.
    """

    media_type: str
    size: int
    pages: int | None
    language: str
    can_be_printed: bool = True
    can_be_copied: bool = True


def document_path(instance: object, filename: str) -> str:
    """Return a random name, which tells nothing and cannot be guessed."""
    return f"{uuid4().hex}{PurePath(filename).suffix.lower()}"


def read_facts(file: File) -> DocumentFacts:
    """Return what `file` is, judged by its content.

    Raises:
        ValidationError: if it is none of the types, broken, encrypted or too large.
    """
    words = _("This file has %(size)s. The most that can be taken is %(limit)s.")
    check_file_size(file.size, settings.UPLOAD_MAX_DOCUMENT_BYTES, words)
    try:
        facts = _look_into(file)
    except ReaderFailed as error:
        raise ValidationError(NOT_CHECKED) from error
    except UnwieldyFile as error:
        raise ValidationError(UNWIELDY) from error
    except UnreadableFile as error:
        raise ValidationError(UNREADABLE) from error
    file.seek(0)
    return facts


def prepare_document(file: File) -> tuple[File, dict[str, Any]]:
    """Return the file under the name to store it by, and its facts by the names of fields.

    Raises:
        ValidationError: as `read_facts` does.
    """
    facts = read_facts(file)
    file.name = stored_name(facts.media_type)
    return file, asdict(facts)


def stored_name(media_type: str) -> str:
    """Return a name with the ending of a type, whatever the file was called."""
    return f"document.{TYPES[media_type][0]}"


def check_document(file: File) -> None:
    """Refuse a file that `read_facts` refuses.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    # What is stored was checked before.
    if not getattr(file, "_committed", False):
        read_facts(file)


def _look_into(file: File) -> DocumentFacts:
    """Return what the file says of itself.

    Raises:
        ValidationError: if the file is none of the types, or cannot be offered.
        UnreadableFile, ReaderFailed: as `content.file_readers.start.read` does.
    """
    file.seek(0)
    start = file.read(PDF_BEGINS_WITHIN + 5)
    if start.startswith(ZIP):
        return _read_zip(file)
    if b"%PDF-" in start:
        return _read_pdf(file)
    kind = ""
    if start.startswith(OLE):
        # A broken one may be anything.
        with suppress(BrokenFile):
            kind = read_ole_kind(file)
    elif start.startswith(RTF):
        kind = "rtf"
    elif FLAT.match(start):
        kind = "flat"
    raise ValidationError(REFUSED_KINDS.get(kind, NOT_A_DOCUMENT))


def _read_zip(file: File) -> DocumentFacts:
    """Return what a Word or OpenDocument file says of itself."""
    try:
        facts = read_zip_facts(file)
    except BrokenFile as error:
        raise ValidationError(NOT_A_DOCUMENT) from error
    if facts.kind not in OFFICE_TYPES:
        raise ValidationError(REFUSED_KINDS.get(facts.kind, NOT_A_DOCUMENT))
    return DocumentFacts(OFFICE_TYPES[facts.kind], file.size, facts.pages, facts.language)


def _read_pdf(file: File) -> DocumentFacts:
    """Return what a PDF says of itself."""
    try:
        facts = read_pdf_facts(file)
    except BrokenFile as error:
        raise ValidationError(_("This PDF is broken. Save it again and try once more.")) from error
    if facts.lock == "password":
        raise ValidationError(_("This PDF is locked with a password. Remove it first."))
    if facts.lock:
        raise ValidationError(
            _("This PDF is encrypted in a way that browsers cannot open. Save it unencrypted.")
        )
    if not facts.pages:
        raise ValidationError(_("This PDF has no pages."))
    if facts.pages > MAX_PAGES:
        raise ValidationError(
            _("This PDF has more than %(limit)s pages. Offer it in parts.") % {"limit": MAX_PAGES}
        )
    return DocumentFacts(
        PDF,
        file.size,
        facts.pages,
        facts.language,
        can_be_printed=facts.can_be_printed,
        can_be_copied=facts.can_be_copied,
    )
