"""Read uploaded PDFs: text for the search, first page, accessibility, each for itself.

A process of its own has each look, so that one that fails does not take the others along.
"""

import base64
from dataclasses import dataclass, replace

from django.core.files.base import File

from content.file_readers.start import BrokenFile, UnreadableFile, read

# Of processor time. An officer waits for the facts; the worker has time.
SECONDS = {"facts": 10, "reading": 60}
# Named, not imported: nothing else needs their libraries.
STRUCTURE = "content.documents.pdf_structure_process"
PAGES = "content.documents.pdf_pages_process"
# A malicious page tree has no end; the site takes no file of so many pages.
MAX_COUNTED_PAGES = 2001


@dataclass(frozen=True)
class PdfFacts:
    """`lock` is `password`, `other` or empty; `language` is as `main_language` returns it.

    `pages` is counted up to `MAX_COUNTED_PAGES`. If it `is_mended` by qpdf, as when the end
    was cut off, browsers may not open it.
    """

    lock: str
    pages: int
    is_mended: bool
    language: str
    can_be_printed: bool
    can_be_copied: bool


@dataclass(frozen=True)
class PdfAccessibility:
    """PDF/UA requires both."""

    is_tagged: bool
    has_title: bool


@dataclass(frozen=True)
class PdfBeginning:
    """The title that the file tells, and the lines of the first page; either may be empty."""

    title: str
    lines: list[str]


def read_pdf_beginning(file: File) -> PdfBeginning:
    """Return what tells people what it is; see `read_pdf_facts` for what it raises."""
    return PdfBeginning(**read(PAGES, "beginning", file, SECONDS["facts"]))


def read_pdf_facts(file: File) -> PdfFacts:
    """Return what decides whether the file is taken.

    Raises:
        UnreadableFile, ReaderFailed: as `content.file_readers.start.read` does.
    """
    limit = str(MAX_COUNTED_PAGES)
    facts = PdfFacts(**read(STRUCTURE, "facts", file, SECONDS["facts"], limit))
    if facts.lock or facts.pages == 0 or (facts.pages > 0 and not facts.is_mended):
        return facts
    # Damaged: taken if it has pages that a browser shows.
    try:
        shown = read(PAGES, "count_pages", file, SECONDS["facts"], limit)["pages"]
    except BrokenFile:
        raise
    except UnreadableFile:
        if facts.pages < 0:
            raise
        return facts
    return replace(facts, pages=shown)


def read_pdf_text(file: File) -> str:
    """Return the words; see `read_pdf_facts` for what it raises."""
    return read(PAGES, "text", file, SECONDS["reading"])["text"]


def draw_pdf_cover(file: File) -> bytes:
    """Return the first page as a JPEG; see `read_pdf_facts` for what it raises."""
    return base64.b64decode(read(PAGES, "cover", file, SECONDS["reading"])["cover"])


def read_pdf_accessibility(file: File) -> PdfAccessibility:
    """Return what people with a screen reader need; see `read_pdf_facts` for what it raises."""
    return PdfAccessibility(**read(STRUCTURE, "accessibility", file, SECONDS["reading"]))
