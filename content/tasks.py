"""Background tasks: read uploaded documents, and make the sizes of uploaded pictures."""

import logging
from collections.abc import Callable
from dataclasses import asdict

from django.core.files.base import ContentFile, File
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from content.documents.office_reader import read_office_text
from content.documents.pdf_reader import draw_pdf_cover, read_pdf_accessibility, read_pdf_text
from content.documents.upload_checks import OPEN_DOCUMENT, PDF, WORD
from content.file_readers.start import ReaderFailed, UnreadableFile
from content.models import Document, Picture

logger = logging.getLogger(__name__)
# Fields of a document that the task fills
READ_FIELDS = [
    "text", "is_tagged", "has_title", "cover", "cover_width", "cover_height",
    "read_at", "unreadable",
]  # fmt: skip
# Nights after which what we fail to read counts as unreadable
MAX_ATTEMPTS = 3


@task(backend="background", queue_name="documents")
def read_document(pk: int) -> None:
    """Store what a document holds; saving updates the search index.

    Each look is for itself: one that fails leaves what the others have found. One that fails for
    our fault is tried again the next night, but not for ever.
    """
    document = Document.objects.filter(pk=pk, read_at=None).first()
    if document is None:
        return
    looks = LOOKS[document.media_type]
    is_last = document.reading_attempts + 1 >= MAX_ATTEMPTS
    Document.objects.filter(pk=pk).update(reading_attempts=F("reading_attempts") + 1)
    document.cover.delete(save=False)  # of the file before
    failed, postponed = [], []
    if document.reading_attempts < MAX_ATTEMPTS:
        for name, look in looks.items():
            try:
                with document.file.open() as file:
                    look(document, file)
            except UnreadableFile:
                logger.warning("The %s of document %s cannot be read.", name, pk, exc_info=True)
                failed.append(name)
            except (ReaderFailed, OSError):
                logger.exception("The %s of document %s could not be looked at.", name, pk)
                postponed.append(name)
    else:
        # Each attempt has taken the worker along.
        failed = list(looks)
    if is_last or not postponed:
        document.read_at = timezone.now()
        document.unreadable = " ".join([*failed, *postponed])
    if Document.objects.filter(pk=pk, file=document.file.name).exists():
        document.save(update_fields=READ_FIELDS)
    else:
        # The file was replaced or deleted meanwhile.
        document.cover.delete(save=False)


def _read_pdf_text(document: Document, file: File) -> None:
    document.text = read_pdf_text(file)


def _read_office_text(document: Document, file: File) -> None:
    document.text = read_office_text(file)


def _draw_cover(document: Document, file: File) -> None:
    document.cover.save("cover.jpg", ContentFile(draw_pdf_cover(file)), save=False)


def _read_accessibility(document: Document, file: File) -> None:
    for field, value in asdict(read_pdf_accessibility(file)).items():
        setattr(document, field, value)


LOOKS: dict[str, dict[str, Callable[[Document, File], None]]] = {
    PDF: {
        "text": _read_pdf_text,
        "cover": _draw_cover,
        "accessibility": _read_accessibility,
    },
    WORD: {"text": _read_office_text},
    OPEN_DOCUMENT: {"text": _read_office_text},
}


@task(backend="background", queue_name="pictures")
def make_renditions(pk: int) -> None:
    """Store a picture in the widths and formats that pages offer, and have pages offer them."""
    picture = Picture.objects.filter(pk=pk, has_renditions=False).first()
    if picture is None:
        return
    picture.file.make_renditions()
    same = Picture.objects.filter(pk=pk, file=picture.file.name)
    if not same.update(has_renditions=True):
        # The file was replaced or deleted meanwhile.
        picture.file.delete_all()
