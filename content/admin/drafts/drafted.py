"""The part of an admin that writes what is public as a draft beside it."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from content.admin.drafts.drafted_form import DraftedForm
from content.drafts.keeping import keep_draft, merged_draft, publish_state
from content.drafts.releases import moment_text, tell_of_ended_schedule
from content.drafts.rows import Row, stored_rows, write_for_now
from content.forms.publishing import PUBLIC_STATES, SCHEDULE, saves_draft
from content.models import Draft, Publishable, PublishingState
from content.permissions import may_publish
from content.versions.readable import field_label


class DraftedAdmin(admin.ModelAdmin):
    """Shows the draft of a row in its form, and keeps what is typed as a draft or publishes it.

    Within a transaction that is rolled back, the draft takes the place of the row; so the form,
    its checks and its guards know nothing of drafts, and readers see nothing of it.
    """

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        thing = self._drafted_thing(request, object_id)
        if thing is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            # Whoever saves the same row at the same moment waits until this request is over.
            rows = self.model._base_manager.select_for_update()
            thing = rows.filter(pk=thing.pk).first()
            if thing is None:
                return super().changeform_view(request, object_id, form_url, extra_context)
            return self._answer(request, thing, object_id, form_url, extra_context)

    def _drafted_thing(self, request: HttpRequest, object_id: str | None) -> Publishable | None:
        """Return the row, if its draft is to be shown or written."""
        if object_id is None or "_saveasnew" in request.POST:
            return None
        try:
            key = self.opts.pk.to_python(unquote(object_id))
        except ValidationError:
            return None
        thing = self.model._base_manager.filter(pk=key).first()
        if thing is None or not self.has_change_permission(request, thing):
            return None
        is_popup = IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST
        if is_popup and may_publish(request.user, thing):
            return None
        is_needed = self._stays_draft(request, thing) or Draft.objects.of(thing).exists()
        return thing if is_needed else None

    def _stays_draft(self, request: HttpRequest, thing: Publishable) -> bool:
        """Return whether what is sent is kept beside the row, and not saved to it."""
        state, may = thing.state_by_dates, may_publish(request.user, thing)
        if request.method != "POST" or state == PublishingState.DRAFT:
            return False
        if state not in PUBLIC_STATES:
            # Whoever may not publish leaves alone what was public, too.
            return not may
        is_to_come = SCHEDULE in request.POST and state == PublishingState.LIVE
        return saves_draft(request.POST) or is_to_come or not may

    def _answer(
        self,
        request: HttpRequest,
        thing: Publishable,
        object_id: str | None,
        form_url: str,
        extra_context: dict | None,
    ) -> HttpResponse:
        draft = Draft.objects.of(thing).select_related("user").first()
        drafted = DraftedForm(draft, stored_rows(thing), is_kept=self._stays_draft(request, thing))
        drafted.remember(request)
        try:
            with transaction.atomic():
                if draft:
                    merged = merged_draft(draft, thing)
                    drafted.conflicts = _in_words(merged.rows, merged.conflicts)
                    write_for_now(thing, merged.rows)
                # Its forms hold the draft by now, so its template is rendered without the lock.
                response = super().changeform_view(request, object_id, form_url, extra_context)
                rows = stored_rows(thing) if drafted.is_saved else None
                transaction.set_rollback(True)
        finally:
            DraftedForm.forget(request)
        if rows is not None:
            self.keep_or_publish(request, thing, drafted, rows)
        return response

    def keep_or_publish(
        self, request: HttpRequest, thing: Publishable, drafted: DraftedForm, rows: list[Row]
    ) -> None:
        """Store what was saved for now, as the draft of `thing` or for good."""
        message = json.dumps(drafted.message) if isinstance(drafted.message, list) else ""
        if not drafted.is_kept:
            words = "\n".join(drafted.notes)
            changed = publish_state(thing, rows, request.user, words)
            admin.ModelAdmin.log_change(self, request, changed, words or drafted.message or "")
            return
        publish_at = drafted.publish_at
        if drafted.draft and publish_at is None and may_publish(request.user, thing):
            publish_at = drafted.draft.publish_at
        is_rescheduled = drafted.draft and drafted.draft.publish_at != publish_at
        if drafted.message or is_rescheduled:
            words = "\n".join(filter(None, [message, *drafted.notes]))
            ended = drafted.draft.publish_at if drafted.draft and publish_at is None else None
            with transaction.atomic():
                keep_draft(thing, rows, request.user, words, publish_at)
                if ended:
                    tell_of_ended_schedule(thing, request.user, ended)  # type: ignore[arg-type] # signed in
            if ended:
                text = gettext(
                    "These changes were to be published on %(moment)s. As you have changed them, "
                    "they wait for the office again, which is told."
                )
                self.message_user(request, text % {"moment": moment_text(ended)}, messages.WARNING)
            admin.ModelAdmin.log_change(self, request, thing, drafted.message or words)

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if drafted := DraftedForm.of(request):
            is_scheduled = drafted.is_kept and SCHEDULE in request.POST
            drafted.publish_at = form.cleaned_data["schedule_at"] if is_scheduled else None

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if drafted := DraftedForm.of(request):
            drafted.is_saved = True

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the end of the request what is written into the history."""
        drafted = DraftedForm.of(request)
        if drafted is None:
            return super().log_change(request, obj, message)
        if isinstance(message, list):
            drafted.message = message
        else:
            drafted.notes.append(message)
        return None

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        drafted = DraftedForm.of(request)
        has_row = kwargs.get("obj") is not None
        context["drafted"] = drafted if drafted and drafted.draft and has_row else None
        return super().render_change_form(request, context, *args, **kwargs)


def _in_words(rows: list[Row], conflicts: list[tuple[str, int, str]]) -> list[str]:
    """Return the labels of fields that both the draft and somebody in public have changed."""
    return list(dict.fromkeys(field_label(model, name) for model, _key, name in conflicts))
