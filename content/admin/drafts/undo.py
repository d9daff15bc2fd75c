"""Buttons in messages that take back what was just done, for some minutes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.admin.row_pages import RowPagesAdmin
from content.drafts.keeping import keep_draft, publish_state
from content.forms.publishing import PUBLIC_STATES
from content.models import Draft, Publishable, Version
from content.models.publishing import DATES
from content.permissions import may_publish

MINUTES = 10
_SALT = "content.admin.drafts.undo"


def undo_button(request: HttpRequest, address: str, token: str = "") -> SafeString:
    """Return a form of one button, for a message to the person of this request."""
    return format_html(
        '<form method="post" action="{}" class="undo">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="token" value="{}">'
        '<button type="submit">{}</button></form>',
        address,
        get_token(request),
        token,
        gettext("Undo"),
    )


class UndoAdmin(RowPagesAdmin):
    """Takes back the last change of a row that its person has just made."""

    def get_urls(self) -> list[URLPattern]:
        page = self.row_page("undo", require_POST(self.undo_view), "undo")
        return [page, *super().get_urls()]

    def undo_last(self, request: HttpRequest, thing: Publishable) -> SafeString:
        """Return the button that takes back the last version; empty if there is none before it."""
        numbers = Version.objects.of(thing).order_by("-number").values_list("number", flat=True)
        if len(numbers[:2]) < 2:
            return SafeString("")
        value = {"user": request.user.pk, "row": thing._meta.label, "key": thing.pk}
        token = signing.dumps(value | {"last": numbers[0]}, salt=_SALT)
        address = self.row_url("undo", thing.pk)
        return undo_button(request, address, token)

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Have the row be as it was before its last version, which becomes its draft."""
        with transaction.atomic():
            thing = self.locked_row(request, object_id)
            self._undo(request, thing)
        return redirect(self.row_url("change", thing.pk))

    def _undo(self, request: HttpRequest, thing: Publishable) -> None:
        last = self._last_by_token(request, thing)
        if last is None:
            words = gettext("This can no longer be undone here. Look at the versions.")
            self.message_user(request, words, messages.WARNING)
            return
        # Whoever may write it takes back a draft that they have discarded: readers see none of it.
        if not last.is_draft and not may_publish(request.user, thing):
            raise PermissionDenied
        before = _public_before(last)
        if last.is_draft or before is None:
            # A draft that was discarded comes back.
            keep_draft(thing, last.rows, request.user, gettext("Undone."))
        else:
            try:
                with transaction.atomic():
                    thing = self._as_before(request, thing, last, before)
            except IntegrityError:
                words = gettext("This cannot be undone: the site does not take it any more.")
                self.message_user(request, words, messages.ERROR)
                return
        self.log_change(request, thing, gettext("Undone."))
        self.message_user(request, gettext("It has been undone."), messages.SUCCESS)

    def _as_before(
        self, request: HttpRequest, thing: Publishable, last: Version, before: Version
    ) -> Publishable:
        """Have the public see what it saw before; return the row as it is now.

        What was written stays: in the row if nobody sees that any more, or else as its draft. The
        draft that there is stays, too.
        """
        draft = Draft.objects.of(thing).first()
        was_public = thing.state_by_dates in PUBLIC_STATES
        undone = publish_state(thing, before.rows, request.user, gettext("Undone."))
        is_public = undone.state_by_dates in PUBLIC_STATES
        if draft:
            keep_draft(
                undone, draft.rows, request.user, gettext("Kept as a draft."), draft.publish_at
            )
        elif was_public and is_public:
            keep_draft(undone, last.rows, request.user, gettext("Kept as a draft."))
        elif was_public:
            dates = {name: before.rows[0]["fields"][name] for name in DATES}
            written = last.rows
            written[0]["fields"] |= dates
            undone = publish_state(undone, written, request.user, gettext("Undone."))
        return undone

    def _last_by_token(self, request: HttpRequest, thing: Publishable) -> Version | None:
        """Return the last version, if the token is of this person and nothing has come since."""
        age = timedelta(minutes=MINUTES)
        try:
            value: dict[str, Any] = signing.loads(
                request.POST.get("token", ""), salt=_SALT, max_age=age
            )
        except signing.BadSignature:
            return None
        same = {"user": request.user.pk, "row": thing._meta.label, "key": thing.pk}
        last = Version.objects.of(thing).order_by("-number").first()
        is_same = last is not None and value == same | {"last": last.number}
        return last if is_same else None


def _public_before(version: Version) -> Version | None:
    """Return the version before that is no draft's."""
    earlier = Version.objects.of_key(version.content_type, version.object_id)
    return earlier.filter(number__lt=version.number, is_draft=False).order_by("-number").first()
