"""The page that says what the public loses before something is taken off the web."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext

from content.actions import take_down
from content.admin.drafts.losses import NamedLossesAdmin, loss_of, losses
from content.admin.drafts.undo import UndoAdmin
from content.forms.publishing import PUBLIC_STATES
from content.models import Draft, Publishable, PublishableQuerySet, PublishingState
from content.permissions import may_publish
from content.versions.recording import keep_first_version


class TakeDownAdmin(NamedLossesAdmin, UndoAdmin):
    """Takes something off the web, after saying what the public loses by it."""

    def get_urls(self) -> list[URLPattern]:
        page = self.row_page("take-down", self.take_down_view, "take_down")
        return [page, *super().get_urls()]

    def take_down_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask, and take it down; its draft and its versions stay."""
        with transaction.atomic():
            thing = self.locked_row(request, object_id)
            if not may_publish(request.user, thing):
                raise PermissionDenied
            if request.method == "POST":
                return self._take_down(request, thing)
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Take “%(what)s” off the web?") % {"what": thing},
            "opts": self.opts,
            "original": thing,
            "is_public": thing.publishing_state in PUBLIC_STATES,
            "loss": loss_of(thing, request.user, self.admin_site),
            "has_draft": Draft.objects.of(thing).exists(),
            "change_url": self.row_url("change", thing.pk),
        }
        return TemplateResponse(request, "admin/drafts/take_down.html", context)

    def _take_down(self, request: HttpRequest, thing: Publishable) -> HttpResponse:
        if thing.publishing_state not in PUBLIC_STATES:
            self.message_user(request, gettext("The public does not see it."), messages.INFO)
        else:
            was_live = thing.publishing_state == PublishingState.LIVE
            keep_first_version(thing)
            take_down(thing)
            # Its changes stay a draft.
            Draft.objects.of(thing).update(publish_at=None)
            words = gettext("Taken down.") if was_live else gettext("Not to be published any more.")
            self.log_change(request, thing, words)
            said = (
                gettext("“%(what)s” is off the web.")
                if was_live
                else gettext("“%(what)s” is a draft again and will not be published by itself.")
            )
            undo = self.undo_last(request, thing)
            self.message_user(
                request, format_html("{} {}", said % {"what": thing}, undo), messages.SUCCESS
            )
        return redirect(self.row_url("change", thing.pk))

    def ask_to_take_down(
        self, request: HttpRequest, queryset: PublishableQuerySet
    ) -> HttpResponse | None:
        """Return the page that asks before several are taken down; None if there are none."""
        things = [thing for thing in queryset if thing.publishing_state in PUBLIC_STATES]
        if not things:
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Take them off the web?"),
            "opts": self.opts,
            "losses": losses(things, request.user, self.admin_site),
            "list_url": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/drafts/take_down_several.html", context)
