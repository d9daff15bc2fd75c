"""Recognise Word and OpenDocument files by their content; both are ZIP archives."""

import re
import zipfile
import zlib

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
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


class NotADocument(Exception):
    """The archive is broken, or neither a Word nor an OpenDocument file."""


def zip_media_type(file: File) -> str:
    """Return the media type of a Word or OpenDocument file, reading only its small parts.

    Raises:
        NotADocument: if it is neither.
        ValidationError: if it has macros, or would be too large once unpacked.
    """
    try:
        if _directory_size(file) > MAX_DIRECTORY_BYTES:
            raise NotADocument
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
        raise NotADocument from error
    raise NotADocument


def _directory_size(file: File) -> int:
    """Return the size in bytes of the list of files, counted up to a limit.

    `zipfile` reads all of it. The end of the file tells the size, too, but may lie, and there
    can be two such ends.
    """
    file.seek(0)
    size = 0
    for entry in DIRECTORY_ENTRY.finditer(file.read()):
        size += 46 + sum(int.from_bytes(length, "little") for length in entry.groups())
        if size > MAX_DIRECTORY_BYTES:
            break
    return size
