"""Background tasks: read uploaded documents, and make the sizes of uploaded pictures."""

import logging

from django.core.files.base import ContentFile
from django_tasks import task

from content.documents.pdf_reader import BrokenPdf, UnwieldyPdf, read_pdf
from content.documents.upload_checks import PDF
from content.models import Document, Picture

logger = logging.getLogger(__name__)
# Fields of a document that the task fills
READ_FIELDS = ["text", "is_tagged", "has_title", "cover", "cover_width", "cover_height"]


@task(backend="background", queue_name="documents")
def read_document(pk: int) -> None:
    """Store the text, accessibility and cover of a PDF; saving updates the search index.

    One that cannot be read stays without text and cover, and counts as not accessible.
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
        document.save(update_fields=READ_FIELDS)
        return
    document.text = reading.text
    document.is_tagged, document.has_title = reading.is_tagged, reading.has_title
    document.cover.delete(save=False)
    document.cover.save("cover.jpg", ContentFile(reading.cover), save=False)
    document.save(update_fields=READ_FIELDS)


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
