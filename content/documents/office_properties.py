"""What Word and OpenDocument files say of themselves: parts, pages, language.

Processes without Django import this.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from content.documents.office_xml import elements_of

# What a Word file says about its parts (ECMA-376, part 2, 7.2.3), whatever they are called
CONTENT_TYPES = "[content_types].xml"
WORD_TEXT = "wordprocessingml.document.main+xml"
# A property that cannot be read is one that the file does not have.
ERRORS_OF_PARTS = (
    KeyError, OSError, RuntimeError, ValueError,
    etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
MAX_PAGES = 100_000


def declared_types(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield name or extension (`*.xml`) of the parts, and their media types.

    Raises:
        As `content.documents.office_xml.parse_part` does.
    """
    for name, attributes, _text in elements_of(archive, part_names(archive)[CONTENT_TYPES]):
        media_type = attributes.get("ContentType", "").strip().lower()
        if name == "Override":
            yield attributes.get("PartName", ""), media_type
        elif name == "Default":
            yield f"*.{attributes.get('Extension', '')}", media_type


def main_part_of_word(archive: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the text.

    Raises:
        KeyError: if the declared part is not there.
    """
    names = part_names(archive)
    declared = list(declared_types(archive))
    texts = [part for part, media_type in declared if media_type.endswith(WORD_TEXT)]
    candidates = [part for part in texts if not part.startswith("*.")]
    if len(candidates) < len(texts):
        # Declared by its extension alone: the relations of the package lead to it, or it stands
        # where Word puts it.
        candidates += [*_related(archive), *(f"word/document{part[1:]}" for part in texts)]
    for part in candidates:
        if found := names.get(_normal(part)):
            return found
    raise KeyError(WORD_TEXT)


def part_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of the entries by those of their parts, which have no case (part 2, 6.2)."""
    return {_normal(name): name for name in archive.namelist()}


def _normal(name: str) -> str:
    """Return the name of a part in small letters; some programs write `\\` for `/`."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").lower()


def _related(archive: zipfile.ZipFile) -> list[str]:
    """Return the targets of the package's relation to its main part (part 2, 6.5.3)."""
    relations = _elements(archive, part_names(archive).get("_rels/.rels", ""))
    return [
        attributes.get("Target", "")
        for _name, attributes, _text in relations
        if attributes.get("Type", "").endswith("/officeDocument")
    ]


def word_properties(archive: zipfile.ZipFile) -> tuple[int | None, dict[str, str]]:
    """Return the number of pages, and the default languages by script (`val` is Latin)."""
    names = part_names(archive)
    counted = _elements(archive, names.get("docprops/app.xml", ""))
    pages = next((text for name, _, text in counted if name == "Pages"), "")
    styles = names.get(_folder(archive) + "styles.xml", "")
    # The first stands in the defaults of the whole document.
    languages = next(
        (dict(attributes) for name, attributes, _ in _elements(archive, styles) if name == "lang"),
        {},
    )
    core = _elements(archive, names.get("docprops/core.xml", ""))
    told = [text for name, _, text in core if name == "language"]
    if told and told[0]:
        languages["val"] = told[0]
    return _number(pages), languages


def open_document_properties(archive: zipfile.ZipFile) -> tuple[int | None, dict[str, str]]:
    """Return the number of pages, and the language under `val`."""
    pages, language = "", ""
    for name, attributes, text in _elements(archive, "meta.xml"):
        if name == "document-statistic":
            pages = attributes.get("page-count", "")
        elif name == "language":
            language = text
    # The defaults come first; what stands below them is of single styles.
    family = ""
    for name, attributes, _text in _elements(archive, "styles.xml"):
        if name == "default-style":
            family = attributes.get("family", "")
        elif name == "text-properties" and family == "paragraph":
            language = language or attributes.get("language", "")
            break
    return _number(pages), {"val": language}


def _folder(archive: zipfile.ZipFile) -> str:
    """Return the folder of the main part as a normal name, with a slash at its end."""
    folder, slash, _name = _normal(main_part_of_word(archive)).rpartition("/")
    return folder + slash


def _elements(archive: zipfile.ZipFile, part: str) -> list[tuple[str, Mapping[str, str], str]]:
    """Return the elements of a part; none of one that is missing or broken."""
    try:
        return list(elements_of(archive, part))
    except ERRORS_OF_PARTS:
        return []


def _number(text: str) -> int | None:
    """Return a number of pages; None if it is none. Zero stands for not counted."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
    return number if 0 < number <= MAX_PAGES else None
