"""The page of a row as readers would see it if its draft were published now."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_sameorigin

from content.admin.row_pages import RowPagesAdmin
from content.drafts.previewed_page import asked_language, keep_to_one_reader, page_with_draft
from content.drafts.undone import undone_transaction
from content.forms.publishing import SAVE_DRAFT
from content.models import Draft, Publishable
from content.text.language_names import language_name

# Widths of a phone, a tablet and a desk, in CSS pixels
WIDTHS = (360, 768, 1280)
FRAMING = {"frame-src": "'self'"}
# The directives of the policy that are other ones for a page in a frame of ours
FRAMED = {"frame-ancestors": ["'self'"]}


class PreviewAdmin(RowPagesAdmin):
    """Shows the draft of a row on its own page, in every language and width."""

    def get_urls(self) -> list[URLPattern]:
        view: Any = self.previewed_page_view
        page = csp_replace(FRAMED)(xframe_options_sameorigin(view))
        view = self.preview_view
        preview = csp_update(FRAMING)(view)
        return [
            self.row_page("preview", preview, "preview"),
            self.row_page("preview/page", page, "previewed_page"),
            *super().get_urls(),
        ]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Let the form have the frame of its preview, and what its editor needs."""
        response: Any = super().changeform_view(request, object_id, form_url, extra_context)
        response._csp_update = {**getattr(response, "_csp_update", {}), **FRAMING}
        return response

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show the page in a frame whose width can be chosen."""
        thing = self._previewed(request, object_id)
        context = self.preview_context(request, thing)
        return TemplateResponse(request, "admin/drafts/preview.html", context)

    def preview_context(self, request: HttpRequest, thing: Publishable) -> dict[str, Any]:
        """Return what the page around the frame shows."""
        return {
            **self.admin_site.each_context(request),
            "title": gettext("Preview: %(what)s") % {"what": thing},
            "opts": self.opts,
            "original": thing,
            "is_nav_sidebar_enabled": False,
            "draft": Draft.objects.of(thing).select_related("user").first(),
            "widths": WIDTHS,
            "languages": [(code, language_name(code)) for code, _name in settings.LANGUAGES],
            "language": asked_language(request),
            "change_url": self.row_url("change", thing.pk),
            "page_url": self.row_url("previewed_page", thing.pk),
        }

    def previewed_page_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Answer with the page itself, made by its own view within a transaction that is undone.

        A POST is the form as it is typed now, which is saved as a draft for that long.
        """
        thing = self._previewed(request, object_id)
        with undone_transaction():
            refused = self._save_for_now(request, thing) if request.method == "POST" else None
            response = refused or page_with_draft(request, thing)
        keep_to_one_reader(response)
        return response

    def _save_for_now(self, request: HttpRequest, thing: Publishable) -> HttpResponse | None:
        """Save the form as a draft; return what is wrong with it if that is refused."""
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        data = request.POST.copy()
        data[SAVE_DRAFT] = "preview"
        for other_way in (IS_POPUP_VAR, "_saveasnew"):
            data.pop(other_way, None)
        asked: Any = request
        # What the form says of itself is not for the next page.
        asked.POST, kept = data, asked._messages
        asked._messages = CookieStorage(request)
        try:
            response: Any = self.changeform_view(request, str(thing.pk))
        finally:
            asked._messages = kept
        if response.status_code == HTTPStatus.FOUND:
            return None
        context = {"errors": getattr(response, "context_data", {}).get("errors", "")}
        return render(request, "admin/drafts/no_preview.html", context)

    def _previewed(self, request: HttpRequest, object_id: str) -> Publishable:
        thing = self.get_object(request, object_id)
        if thing is None:
            raise Http404
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        return thing
