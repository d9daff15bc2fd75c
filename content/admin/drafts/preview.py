"""The page of a row as readers would see it if its draft were published now."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, resolve, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext, override
from django.views.decorators.clickjacking import xframe_options_sameorigin

from content.drafts.keeping import merged_draft
from content.drafts.rows import write_for_now
from content.forms.publishing import SAVE_DRAFT
from content.models import Draft, Publishable
from content.text.language_names import language_name

# Widths of a phone, a tablet and a desk, in CSS pixels
WIDTHS = (360, 768, 1280)
FRAMING = {"frame-src": "'self'"}
# The directives of the policy that are other ones for a page in a frame of ours
FRAMED = {"frame-ancestors": ["'self'"]}


class PreviewAdmin(admin.ModelAdmin):
    """Shows the draft of a row on its own page, in every language and width."""

    def get_urls(self) -> list[URLPattern]:
        names = f"{self.opts.app_label}_{self.opts.model_name}"
        view: Any = self.previewed_page_view
        page = csp_replace(FRAMED)(xframe_options_sameorigin(view))
        view = self.preview_view
        preview = csp_update(FRAMING)(view)
        return [
            path(
                "<path:object_id>/preview/",
                self.admin_site.admin_view(preview),
                name=f"{names}_preview",
            ),
            path(
                "<path:object_id>/preview/page/",
                self.admin_site.admin_view(page),
                name=f"{names}_previewed_page",
            ),
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
        language = _language(request)
        names = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}"
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Preview: %(what)s") % {"what": thing},
            "opts": self.opts,
            "original": thing,
            "is_nav_sidebar_enabled": False,
            "draft": Draft.objects.of(thing).select_related("user").first(),
            "widths": WIDTHS,
            "languages": [(code, language_name(code)) for code, _name in settings.LANGUAGES],
            "language": language,
            "change_url": reverse(f"{names}_change", args=[thing.pk]),
            "page_url": reverse(f"{names}_previewed_page", args=[thing.pk]),
        }
        return TemplateResponse(request, "admin/drafts/preview.html", context)

    def previewed_page_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Answer with the page itself, made by its own view within a transaction that is undone.

        A POST is the form as it is typed now, which is saved as a draft for that long.
        """
        thing = self._previewed(request, object_id)
        with transaction.atomic():
            refused = self._save_for_now(request, thing) if request.method == "POST" else None
            response = refused or self._page_with_draft(request, thing)
            transaction.set_rollback(True)
        # No page of the public links to it, and none of its addresses is told to others.
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        add_never_cache_headers(response)
        return response

    def _page_with_draft(self, request: HttpRequest, thing: Publishable) -> HttpResponse:
        if draft := Draft.objects.of(thing).first():
            write_for_now(thing, merged_draft(draft, thing).rows)
        rows = self.model._base_manager.filter(pk=thing.pk)
        if not thing.is_published:
            rows.update(published_at=timezone.now(), expires_at=None)
        with override(_language(request)):
            return _page(request, rows.get())

    def _save_for_now(self, request: HttpRequest, thing: Publishable) -> HttpResponse | None:
        """Save the form as a draft; return what is wrong with it if that is refused."""
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        data = request.POST.copy()
        data[SAVE_DRAFT] = "preview"
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
        context = {"errors": response.context_data["errors"]}
        return render(request, "admin/drafts/no_preview.html", context)

    def _previewed(self, request: HttpRequest, object_id: str) -> Publishable:
        thing = self.get_object(request, object_id)
        if thing is None:
            raise Http404
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        return thing


def _language(request: HttpRequest) -> str:
    code = request.GET.get("language", "")
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _page(request: HttpRequest, thing: Publishable) -> HttpResponse:
    """Return the page as a reader gets it who is not signed in."""
    address = thing.get_absolute_url()
    match = resolve(address)
    asked: Any = HttpRequest()
    asked.method, asked.path, asked.path_info = "GET", address, address
    asked.META = {**request.META, "PATH_INFO": address, "QUERY_STRING": ""}
    asked.GET, asked.user, asked.session = QueryDict(), AnonymousUser(), request.session
    asked.COOKIES, asked.resolver_match = {}, match
    asked.LANGUAGE_CODE = _language(request)
    response: Any = match.func(asked, *match.args, **match.kwargs)
    if hasattr(response, "render"):
        response.render()
    return response
