"""The form beside a preview that gives a link to somebody without an account, and ends it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext

from content.admin.drafts.preview import FRAMING, PreviewAdmin
from content.audit import name_of, record
from content.drafts.preview_links import make_link
from content.forms.link_end import LinkEndForm
from content.models import PreviewLink, Publishable
from content.models.records.audit_entry import Deed

# Of one row at a time
MAX_OPEN = 20


class PreviewLinkForm(LinkEndForm):
    usual_days, max_days = 14, 92


class PreviewLinksAdmin(PreviewAdmin):
    """Lets whoever may change a row give links to its preview, and end them."""

    def get_urls(self) -> list[URLPattern]:
        page = self.row_page("preview/link", self.preview_link_view, "preview_link")
        return [page, *super().get_urls()]

    def preview_context(self, request: HttpRequest, thing: Publishable) -> dict[str, Any]:
        context = super().preview_context(request, thing)
        needs_link = context["draft"] is not None or not thing.is_published
        if not (needs_link and self.has_change_permission(request, thing)):
            return context
        return context | {
            "link_form": PreviewLinkForm(),
            "links": PreviewLink.objects.of(thing).open().select_related("made_by"),
            "links_url": self.row_url("preview_link", thing.pk),
        }

    def preview_link_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make a link and show it, which is not possible later, or end one."""
        thing = self._previewed(request, object_id)
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        back = redirect(self.row_url("preview", thing.pk))
        if request.method != "POST":
            return back
        if "end" in request.POST:
            self._end(request, thing, request.POST["end"])
            return back
        context = self.preview_context(request, thing)
        if "links" not in context:
            # It became public meanwhile.
            return back
        form = PreviewLinkForm(request.POST)
        new_link = ""
        if PreviewLink.objects.of(thing).open().count() >= MAX_OPEN:
            form.add_error(None, gettext("There are too many open links. End one of them first."))
        if form.is_valid():
            until = form.cleaned_data["until"]
            with transaction.atomic():
                token = make_link(thing, request.user, until)  # type: ignore[arg-type] # signed in
                record(request, Deed.SHARED, row=name_of(thing), detail=f"until {until}")
            address = reverse("content:preview-link", kwargs={"token": token})
            new_link = request.build_absolute_uri(address)
        context |= {"new_link": new_link} if new_link else {"link_form": form}
        answer = TemplateResponse(request, "admin/drafts/preview.html", context)
        answer._csp_update = FRAMING  # type: ignore[attr-defined] # of django-csp
        add_never_cache_headers(answer)
        return answer

    def _end(self, request: HttpRequest, thing: Publishable, number: str) -> None:
        links = PreviewLink.objects.of(thing)
        if not number.isdecimal():
            return
        with transaction.atomic():
            if links.filter(pk=number[:18]).delete()[0]:
                record(request, Deed.SHARED, row=name_of(thing), detail="ended")
        self.message_user(request, gettext("The link is ended: it opens nothing any more."))
