"""The page that says what the public loses before something is taken off the web."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.redirects.models import Redirect
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext

from content.actions import take_down
from content.admin.drafts.undo import UndoAdmin
from content.admin.related_links import change_link
from content.admin.where_used import where_used
from content.forms.publishing import PUBLIC_STATES
from content.models import Draft, Publishable, PublishingState, published_now
from content.permissions import may_publish
from content.versions.recording import keep_first_version


class TakeDownAdmin(UndoAdmin):
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
            "address": thing.get_absolute_url(),
            "old_addresses": _old_addresses(thing),
            "users": [change_link(row, self.admin_site) for row in _public_users(thing)],
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


def _old_addresses(thing: Publishable) -> list[str]:
    """Return the addresses that lead to its page."""
    redirects = Redirect.objects.filter(site_id=settings.SITE_ID, new_path=thing.get_absolute_url())
    return list(redirects.order_by("old_path").values_list("old_path", flat=True)[:50])


def _public_users(thing: Publishable) -> list:
    """Return the public rows that show or name it."""
    users = where_used(thing)
    public = published_now([row for row in users if isinstance(row, Publishable)])
    return [row for row in users if row in public or not isinstance(row, Publishable)]
