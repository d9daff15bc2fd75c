"""What a draft changes, and the button that drops it."""

from __future__ import annotations

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.admin.drafts.undo import UndoAdmin
from content.drafts.keeping import discard, merged_draft, packed
from content.drafts.releases import tell_of_ended_schedule
from content.drafts.rows import stored_rows
from content.models import Draft, Publishable, Version
from content.permissions import may_publish, may_see_part
from content.versions.comparison import changes


class DraftViewsAdmin(UndoAdmin):
    """Compares a draft with what is public, and drops it."""

    def get_urls(self) -> list[URLPattern]:
        discard = require_POST(self.discard_draft_view)
        return [
            self.row_page("draft", self.draft_view, "draft"),
            self.row_page("draft/discard", discard, "discard_draft"),
            *super().get_urls(),
        ]

    def draft_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show side by side what is public and what the draft makes of it."""
        thing, draft = self._with_draft(request, object_id)
        public = Version(
            content_type=draft.content_type, saved_at=thing.updated_at,
            user=thing.author, state=packed(stored_rows(thing)),
        )  # fmt: skip
        drafted = Version(
            content_type=draft.content_type, saved_at=draft.saved_at,
            user=draft.user, state=packed(merged_draft(draft, thing).rows),
        )  # fmt: skip
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("What the draft changes: %(what)s") % {"what": thing},
            "opts": self.opts,
            "original": thing,
            "versions": [public, drafted],
            "names": [gettext("In public"), gettext("Draft")],
            "changes": changes(public, drafted, partial(may_see_part, request.user, self.model)),
            "may_restore": False,
            "restore_url": "",
            "back_url": self.row_url("change", thing.pk),
        }
        return TemplateResponse(request, "admin/versions/compare.html", context)

    def discard_draft_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Drop the draft; the row stays as it is in public."""
        with transaction.atomic():
            thing, draft = self._with_draft(request, object_id)
            if not self.has_change_permission(request, thing):
                raise PermissionDenied
            discard(draft, request.user)
            if draft.publish_at and not may_publish(request.user, thing):
                tell_of_ended_schedule(thing, request.user, draft.publish_at)  # type: ignore[arg-type] # signed in
            admin.ModelAdmin.log_change(self, request, thing, gettext("Draft discarded."))
            undo = self.undo_last(request, thing)
        words = gettext("The draft is gone. The form shows what the public sees.")
        self.message_user(request, format_html("{} {}", words, undo), messages.SUCCESS)
        return redirect(self.row_url("change", thing.pk))

    def _with_draft(self, request: HttpRequest, object_id: str) -> tuple[Publishable, Draft]:
        thing = self.get_object(request, object_id)
        if thing is None:
            raise Http404
        if not self.has_view_or_change_permission(request, thing):
            raise PermissionDenied
        return thing, get_object_or_404(Draft.objects.of(thing).select_related("user"))
