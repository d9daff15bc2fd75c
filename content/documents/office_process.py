"""Read Word, OpenDocument and older office files; `content.documents.office_reader` starts this."""

import io
import re
import sys
import zipfile
from collections import Counter

import olefile

from content.documents import office_properties as properties
from content.documents.language_tags import main_language
from content.documents.office_text import Body, read_open_document, read_word
from content.documents.office_xml import elements_of
from content.file_readers.process import read_one_file

MAX_UNPACKED_BYTES = 250 * 1024**2
# OpenDocument 1.3, part 2: what a file says that it is, and the list of its parts
MIMETYPE, MANIFEST = "mimetype", "META-INF/manifest.xml"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
MACROS_IN_TYPES = re.compile("macroenabled|vbaproject", re.IGNORECASE)
# Macros of Word and of OpenDocument
MACROS_IN_NAMES = re.compile(r"(.*/)?vbaProject\.bin|(Basic|Scripts)/.+", re.IGNORECASE)
# By what stands in the types of their main parts: files that people take for documents. A
# presentation may hold spreadsheets, which are no main parts of it.
OTHER_TYPES = {
    "wordprocessingml.template.main": "template",
    "spreadsheetml.sheet.main": "spreadsheet",
    "spreadsheetml.template.main": "spreadsheet",
    "presentationml.presentation.main": "presentation",
    "presentationml.slideshow.main": "presentation",
    "presentationml.template.main": "presentation",
    "text-template": "template",
    "opendocument.spreadsheet": "spreadsheet",
    "opendocument.presentation": "presentation",
}
# By their streams, of which the first decides: older files (OLE 2), and new ones with a
# password, as MS-OFFCRYPTO describes them in 2.3
OLE_STREAMS = {
    "EncryptedPackage": "locked",
    "WordDocument": "old word",
    "Workbook": "spreadsheet",
    "Book": "spreadsheet",
    "PowerPoint Document": "presentation",
}
BEGIN_OF_DOCUMENT = re.compile(
    rb"PK\x03\x04.{26}(\[Content_Types\]\.xml|word/|mimetypeapplication/vnd\.oasis\.opendocument\.text)",
    re.DOTALL,
)  # fmt: skip


def ole(content: bytes) -> dict:
    """Return what an OLE 2 file is: a value of `OLE_STREAMS`, or nothing."""
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        found = (kind for stream, kind in OLE_STREAMS.items() if file.exists(stream))
        return {"kind": next(found, "")}


def facts(content: bytes) -> dict:
    """Return the fields of `content.documents.office_reader.OfficeFacts` of a ZIP archive."""
    unknown = {"kind": "", "pages": None, "language": ""}
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except properties.ERRORS_OF_PARTS:
        return unknown | {"kind": "broken" if BEGIN_OF_DOCUMENT.match(content) else ""}
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED_BYTES:
        return unknown | {"kind": "huge"}
    kind = _kind(archive)
    if kind not in {"word", "opendocument"}:
        return unknown | {"kind": kind}
    try:
        body = _body(archive, kind)
    except properties.ERRORS_OF_PARTS:
        return unknown | {"kind": "locked" if _has_password(archive) else "broken"}
    if kind == "word":
        pages, languages = properties.word_properties(archive)
    else:
        pages, languages = properties.open_document_properties(archive)
    return {"kind": kind, "pages": pages, "language": _language(body, languages)}


def text(content: bytes) -> dict:
    """Return the words of what `facts` has found to be a Word or OpenDocument file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {"text": _body(archive, _kind(archive)).text}


def _kind(archive: zipfile.ZipFile) -> str:
    """Return what an archive says that it is; empty for what officers do not upload."""
    names = archive.namelist()
    try:
        types = _types(archive, names)
    except properties.ERRORS_OF_PARTS:
        return "locked" if _has_password(archive) else "broken"
    if any(map(MACROS_IN_TYPES.search, types)) or any(
        map(MACROS_IN_NAMES.match, properties.part_names(archive))
    ):
        return "macros"
    if any(media_type.endswith(properties.WORD_TEXT) for media_type in types):
        return "word"
    if f"{OPEN_DOCUMENT}text" in types:
        return "locked" if _is_encrypted(archive) else "opendocument"
    if "Index/Document.iwa" in names:
        return "pages"
    return next((k for piece, k in OTHER_TYPES.items() if any(piece in t for t in types)), "")


def _types(archive: zipfile.ZipFile, names: list[str]) -> list[str]:
    """Return the types that an archive declares, of its parts or of itself."""
    if properties.CONTENT_TYPES in properties.part_names(archive):
        return [media_type for _, media_type in properties.declared_types(archive)]
    if MIMETYPE in names:
        with archive.open(MIMETYPE) as stream:
            return [stream.read(200).decode("ascii", "replace").strip()]
    # The manifest tells it, too (OpenDocument 1.3, part 2, 4.8.4).
    entries = elements_of(archive, MANIFEST) if MANIFEST in names else ()
    return [a.get("media-type", "") for _, a, _ in entries if a.get("full-path") == "/"]


def _body(archive: zipfile.ZipFile, kind: str) -> Body:
    if kind == "word":
        return read_word(archive, properties.main_part_of_word(archive))
    return read_open_document(archive)


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Return whether parts of an OpenDocument file are encrypted (part 2, 4.4)."""
    try:
        return any(name == "encryption-data" for name, _, _ in elements_of(archive, MANIFEST))
    except properties.ERRORS_OF_PARTS:
        return False


def _has_password(archive: zipfile.ZipFile) -> bool:
    """Return whether the archive itself is encrypted (APPNOTE.TXT, 4.4.4)."""
    return any(part.flag_bits & 1 for part in archive.infolist())


def _language(body: Body, defaults: dict[str, str]) -> str:
    """Return the language in which most of the text is written."""
    counts: Counter[str] = Counter()
    for (script, language), length in body.languages.items():
        counts[main_language(language or defaults.get(script, ""))] += length
    return counts.most_common(1)[0][0] if counts else main_language(defaults.get("val"))


if __name__ == "__main__":
    sys.exit(read_one_file({"ole": ole, "facts": facts, "text": text}))
