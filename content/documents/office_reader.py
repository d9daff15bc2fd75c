"""Read uploaded Word, OpenDocument and older office files, in a process of its own."""

from dataclasses import dataclass

from django.core.files.base import File

from content.file_readers.start import read

# Named, not imported: nothing else needs its libraries.
READER = "content.documents.office_process"
# Of processor time. An officer waits for the facts; the worker has time.
SECONDS = {"facts": 10, "reading": 60}


@dataclass(frozen=True)
class OfficeFacts:
    """`kind` is one that `content.documents.upload_checks` has an answer for, or empty.

    `pages` is what the program that wrote the file has counted; `language` is as
    `main_language` returns it.
    """

    kind: str
    pages: int | None
    language: str


def read_zip_facts(file: File) -> OfficeFacts:
    """Return what a ZIP archive is.

    Raises:
        UnreadableFile, ReaderFailed: as `content.file_readers.start.read` does.
    """
    return OfficeFacts(**read(READER, "facts", file, SECONDS["facts"]))


def read_ole_kind(file: File) -> str:
    """Return what an OLE 2 file is; see `read_zip_facts` for what it raises."""
    return read(READER, "ole", file, SECONDS["facts"])["kind"]


def read_office_text(file: File) -> str:
    """Return the words; see `read_zip_facts` for what it raises."""
    return read(READER, "text", file, SECONDS["reading"])["text"]
