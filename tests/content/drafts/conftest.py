"""A document that is public and read."""

import pytest
from django.core.files.base import ContentFile

from content.pdf.rendering import make_pdf
from content.tasks import read_document
from tests.factories.document import DocumentFactory


@pytest.fixture
def document(council):
    pdf = make_pdf("<html lang=en><title>Form</title><p>Applegate</p></html>")
    document = DocumentFactory(title="Form", file=ContentFile(pdf, name="form.pdf"))
    read_document.func(document.pk)
    document.refresh_from_db()
    return document
