"""Read uploaded PDFs: text for the search, first page, accessibility.

A process of its own opens each, with limited memory and time.
"""

import base64
import json
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import File

from content.documents import pdf_reader_process

# An officer waits for the facts; the worker has time.
MAX_SECONDS = {"facts": 15, "reading": 120}


class BrokenPdf(Exception):
    """The file cannot be read as a PDF."""


class UnwieldyPdf(Exception):
    """Opening the PDF takes more memory or time than is allowed."""


@dataclass(frozen=True)
class PdfFacts:
    """`language` is two letters or empty; `pages` is counted up to `MAX_COUNTED_PAGES`."""

    is_locked: bool
    pages: int
    language: str


@dataclass(frozen=True)
class PdfReading:
    """`cover` is the first page as a JPEG. PDF/UA requires tags and a title."""

    text: str
    cover: bytes
    is_tagged: bool
    has_title: bool


def read_pdf_facts(file: File) -> PdfFacts:
    """Return what decides whether the file is taken.

    Raises:
        BrokenPdf, UnwieldyPdf
    """
    return PdfFacts(**_open("facts", file))


def read_pdf(file: File) -> PdfReading:
    """Return what a PDF holds that `content.documents.upload_checks` has accepted.

    Raises:
        BrokenPdf, UnwieldyPdf
    """
    result = _open("reading", file)
    return PdfReading(**result | {"cover": base64.b64decode(result["cover"])})


def _open(task: str, file: File) -> dict:
    file.seek(0)
    try:
        done = subprocess.run(
            [sys.executable, "-m", pdf_reader_process.__name__, task],
            cwd=settings.BASE_DIR,
            env={},  # no secrets for a parser of other people's files
            input=file.read(),
            capture_output=True,
            timeout=MAX_SECONDS[task],
        )
    except subprocess.TimeoutExpired as error:
        raise UnwieldyPdf from error
    if done.returncode == pdf_reader_process.BROKEN:
        raise BrokenPdf
    # Without memory it may also have been killed, or have ended by itself.
    if done.returncode:
        raise UnwieldyPdf
    return json.loads(done.stdout)
