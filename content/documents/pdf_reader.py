"""What an uploaded PDF holds: its words for the search, its first page, its accessibility.

Only a process of its own opens it, with limits to its memory and its time.
"""

import base64
import json
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import File

from content.documents import pdf_process

# Seconds. Somebody waits for the facts; the worker has time.
MAX_SECONDS = {"facts": 15, "reading": 120}


class BrokenPdf(Exception):
    """No program can make sense of it."""


class UnwieldyPdf(Exception):
    """Opening it takes more memory or time than this site gives."""


@dataclass(frozen=True)
class PdfFacts:
    """Language: two letters, or nothing. Pages are counted only so far."""

    is_locked: bool
    pages: int
    language: str


@dataclass(frozen=True)
class PdfReading:
    """`cover` is the first page as a JPEG. Tags and a title are what PDF/UA asks for first."""

    text: str
    cover: bytes
    is_tagged: bool
    has_title: bool


def read_pdf_facts(file: File) -> PdfFacts:
    """Tell what an officer has to know before the file is taken.

    Raises:
        BrokenPdf, UnwieldyPdf
    """
    return PdfFacts(**_open("facts", file))


def read_pdf(file: File) -> PdfReading:
    """Read a PDF that `content.documents.upload_checks.check_document` has let in.

    Raises:
        BrokenPdf, UnwieldyPdf
    """
    told = _open("reading", file)
    return PdfReading(**told | {"cover": base64.b64decode(told["cover"])})


def _open(task: str, file: File) -> dict:
    file.seek(0)
    try:
        done = subprocess.run(
            [sys.executable, "-m", pdf_process.__name__, task],
            cwd=settings.BASE_DIR,
            env={},  # our secrets are nothing to a parser of other people's files
            input=file.read(),
            capture_output=True,
            timeout=MAX_SECONDS[task],
        )
    except subprocess.TimeoutExpired as error:
        raise UnwieldyPdf from error
    if done.returncode == pdf_process.BROKEN:
        raise BrokenPdf
    # Out of memory it may also have been killed, or have ended itself.
    if done.returncode:
        raise UnwieldyPdf
    return json.loads(done.stdout)
