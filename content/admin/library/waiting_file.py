"""The admin of documents, whose new file waits in a draft while readers get the one before."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern

from content.admin.drafts.drafted_form import DraftedForm
from content.admin.publishing.publishable import PublishableAdmin
from content.drafts.previewed_document import FILE, drafted_file
from content.drafts.previewed_page import keep_to_one_reader
from content.drafts.rows import Row
from content.models import Document, Draft, Publishable, StagedUpload


class WaitingFileAdmin(PublishableAdmin):
    """Keeps the file with the draft, and opens it for those who may see the draft."""

    def get_urls(self) -> list[URLPattern]:
        # Below the page that the preview shows, which names it by `FILE`
        route = f"preview/page/{FILE}".rstrip("/")
        page = self.row_page(route, self.previewed_file_view, "previewed_file")
        return [page, *super().get_urls()]

    def waits(self, obj: Document) -> bool:
        """Return whether the file of `obj`, as a form shows it, is that of a draft alone."""
        name = f'"{obj.file.name}"'
        drafts = Draft.objects.of(obj).filter(state__contains=name)
        return obj.pk is not None and drafts.exclude(base__contains=name).exists()

    def preview_context(self, request: HttpRequest, thing: Publishable) -> dict[str, Any]:
        file_url = self.row_url("previewed_file", thing.pk)
        return super().preview_context(request, thing) | {"file_url": file_url}

    def previewed_page_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Leave out the file of a form that is shown as it is typed.

        It would be checked and stored again after every pause, and within a transaction.
        """
        request.FILES.clear()
        return super().previewed_page_view(request, object_id)

    def previewed_file_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """Answer with the file that readers would get if the draft were published now."""
        document: Any = self._previewed(request, object_id)
        response = drafted_file(document)
        keep_to_one_reader(response)
        return response

    def keep_or_publish(
        self, request: HttpRequest, thing: Publishable, drafted: DraftedForm, rows: list[Row]
    ) -> None:
        """Let the draft, or the row, own the file that was uploaded with the form."""
        super().keep_or_publish(request, thing, drafted, rows)
        # It was taken over in the transaction that was rolled back.
        StagedUpload.objects.filter(stored_name=rows[0]["fields"]["file"]).delete()
