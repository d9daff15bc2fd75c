"""What an officer is told after a button was pressed, and where it leads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from content.admin.drafts.drafted_form import DraftedForm
from content.admin.drafts.undo import UndoAdmin
from content.forms.publishing import PREVIEW, PUBLIC_STATES, PUBLISH, RELEASE, saves_draft
from content.models import Publishable, PublishingState
from content.opened_forms.opened_form import OpenedForm

# Keys of `request.META`; no header of a visitor can get such a name.
_ANSWER, _IN_FORM = "PUBLISHING_ANSWER", "IN_PUBLISHING_FORM"


class PublishingAnswersAdmin(UndoAdmin):
    """Says in one message what happened, with a way to the page and one back."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        request.META[_IN_FORM] = True
        response = super().changeform_view(request, object_id, form_url, extra_context)
        del request.META[_IN_FORM]
        self._give_answer(request)
        return response

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        self._note_answer(request, obj)
        response = super().response_add(request, obj, post_url_continue)
        if _IN_FORM not in request.META:
            self._give_answer(request)
        return self._after_draft(request, obj) or response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        opened, drafted = OpenedForm.of(request), DraftedForm.of(request)
        if opened and drafted and drafted.draft and (drafted.publish_at or not drafted.is_kept):
            # Something happens to the draft, though nobody has changed it.
            opened.is_unchanged = False
        if not (opened and opened.is_unchanged):
            self._note_answer(request, obj)
        response = super().response_change(request, obj)
        return self._after_draft(request, obj) or response

    def message_user(
        self,
        request: HttpRequest,
        message: Any,
        level: Any = messages.INFO,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Leave out that something was changed successfully, where more is said in the end."""
        if level != messages.SUCCESS or _ANSWER not in request.META:
            super().message_user(request, message, level, *args, **kwargs)

    def preview_url(self, thing: Publishable) -> str:
        return self.row_url("preview", thing.pk)

    def _after_draft(self, request: HttpRequest, thing: Publishable) -> HttpResponse | None:
        """Return where the buttons lead that save a draft: back to the form, or to its preview."""
        if not saves_draft(request.POST) or IS_POPUP_VAR in request.POST:
            return None
        if PREVIEW in request.POST:
            return redirect(self.preview_url(thing))
        return redirect(self.row_url("release" if RELEASE in request.POST else "change", thing.pk))

    def _give_answer(self, request: HttpRequest) -> None:
        if answer := request.META.pop(_ANSWER, None):
            thing, words, is_public = answer
            undo = self.undo_last(request, thing) if is_public else ""
            self.message_user(request, format_html("{} {}", words, undo), messages.SUCCESS)

    def _note_answer(self, request: HttpRequest, thing: Publishable) -> None:
        """Remember what is to be said once everything is written."""
        if IS_POPUP_VAR in request.POST:
            return
        drafted, state = DraftedForm.of(request), thing.publishing_state
        is_public = state in PUBLIC_STATES and not (drafted and drafted.is_kept)
        request.META[_ANSWER] = (thing, self._words(request, thing, drafted), is_public)

    def _words(
        self, request: HttpRequest, thing: Publishable, drafted: DraftedForm | None
    ) -> SafeString:
        state, name, at = thing.publishing_state, str(thing), thing.published_at
        links = [(self.preview_url(thing), gettext("Preview"))]
        if drafted and drafted.is_kept:
            if at := drafted.publish_at:
                words = gettext(
                    "The changes of “{name}” are published on {moment}. Until then readers see it "
                    "as it is."
                )
            else:
                words = gettext("The draft of “{name}” is saved. Readers still see it as it was.")
        elif state == PublishingState.LIVE:
            words = gettext("“{name}” is saved, and the public sees it.")
            if PUBLISH in request.POST:
                words = gettext("“{name}” is public now.")
            links = [(thing.get_absolute_url(), gettext("See the page"))]
        elif state == PublishingState.SCHEDULED:
            words = gettext("“{name}” is saved, and published on {moment}.")
        elif state == PublishingState.EXPIRED:
            words = gettext("“{name}” is saved. It has been taken down, so only officers see it.")
        else:
            words = gettext("“{name}” is saved as a draft, which only officers see.")
        moment = date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else ""
        said = format_html(words, name=name, moment=moment)
        return format_html("{} {}", said, format_html_join(" ", '<a href="{}">{}</a>', links))
