"""What readers would see of a document, whose own address is that of a file."""

from __future__ import annotations

from typing import Any

from django.core import serializers
from django.http import FileResponse, Http404, HttpRequest
from django.template.response import TemplateResponse

from content.drafts.keeping import merged_draft
from content.models import Document, Draft
from content.web.file_answers import document_answer

# Where a page with the preview has the file, from its own address
FILE = "file/"


def document_page(request: HttpRequest, document: Document) -> TemplateResponse:
    """Show a document as pages offer it, with a link to the file that waits."""
    context = {"document": document, "file_url": FILE}
    return TemplateResponse(request, "content/previewed_document.html", context)


def drafted_file(document: Document) -> FileResponse:
    """Return the file that readers would get if the draft were published now.

    Raises:
        Http404: if it is gone.
    """
    shown: Any = document
    if draft := Draft.objects.of(document).first():
        row = merged_draft(draft, document).rows[:1]
        shown = next(serializers.deserialize("python", row, ignorenonexistent=True)).object
    try:
        return document_answer(shown, shown.download_name)
    except FileNotFoundError as error:
        raise Http404 from error
