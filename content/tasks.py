"""Work that no reader should wait for; a worker does it beside the web server."""

import logging

from django.core.files.base import ContentFile
from django.utils import timezone
from django_tasks import task

from content.documents import PDF
from content.models import Document, PrintedSheet
from content.pdf import make_pdf
from content.pdf_reading import BrokenPdf, UnwieldyPdf, read_pdf

logger = logging.getLogger(__name__)
# Fields of a document that the worker fills
READ = ["text", "is_tagged", "has_title", "cover", "cover_width", "cover_height"]


@task(backend="background", queue_name="sheets")
def print_sheet(key: str) -> None:
    """Make the PDF of the sheet `key`. What cannot be printed or kept is marked, not retried."""
    sheet = PrintedSheet.objects.get(pk=key)
    if sheet.pdf is not None:
        return
    try:
        sheet.pdf, sheet.failed_at = make_pdf(sheet.html), None
        sheet.save(update_fields=["pdf", "failed_at"])
    except Exception:
        logger.exception("Sheet %s cannot be printed.", sheet)
        PrintedSheet.objects.filter(pk=key).update(failed_at=timezone.now())


@task(backend="background", queue_name="documents")
def read_document(pk: int) -> None:
    """Keep what a PDF holds; the search hears of the change as of every other.

    One that cannot be read stays without words and cover; a screen reader will fail, too.
    """
    document = Document.objects.filter(pk=pk, media_type=PDF).first()
    if document is None:
        return
    try:
        with document.file.open() as file:
            reading = read_pdf(file)
    except (BrokenPdf, UnwieldyPdf):
        logger.warning("Document %s cannot be read.", pk, exc_info=True)
        document.is_tagged = document.has_title = False
        document.cover.delete(save=False)  # of the file before
        document.save(update_fields=READ)
        return
    document.text = reading.text
    document.is_tagged, document.has_title = reading.is_tagged, reading.has_title
    document.cover.delete(save=False)
    document.cover.save("cover.jpg", ContentFile(reading.cover), save=False)
    document.save(update_fields=READ)
