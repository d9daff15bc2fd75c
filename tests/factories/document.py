import io

import factory
from pypdf import PdfWriter

from content.models import Document
from tests.factories.publishing import PublishableFactory


def pdf_bytes(pages: int = 2) -> bytes:
    """A real PDF of empty A4 pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


class DocumentFactory(PublishableFactory):
    class Meta:
        model = Document

    title = factory.Sequence(lambda n: f"Document {n:04}")
    language = "en"
    file = factory.django.FileField(filename="document.pdf", data=pdf_bytes())
