"""The page on which somebody asks for release, and somebody else releases or sends back."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.actions import publish
from content.admin.row_pages import RowPagesAdmin
from content.drafts.keeping import merged_draft, packed, publish_state
from content.drafts.releases import answer, state_hash, submit
from content.drafts.rows import stored_rows
from content.drafts.unpublished_parts import unpublished_parts
from content.forms.publishing import PUBLIC_STATES
from content.models import Document, Draft, Publishable, ReleaseAnswer, ReleaseRequest, Version
from content.permissions import may_publish, may_see_part
from content.versions.comparison import Change, changes
from content.versions.recording import keep_version


class WordForm(forms.Form):
    word = forms.CharField(
        label=_("A word with it"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReleasesAdmin(RowPagesAdmin):
    """Shows what waits before and after, and takes the answer for just that state."""

    def get_urls(self) -> list[URLPattern]:
        return [self.row_page("release", self.release_view, "release"), *super().get_urls()]

    def release_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show the state that waits; on POST do what the pressed button says."""
        with transaction.atomic():
            thing = self.locked_row(request, object_id)
            draft = Draft.objects.of(thing).select_related("user").first()
            requests = ReleaseRequest.objects.of(thing).waiting()
            waiting = requests.select_related("submitted_by").first()
            form = WordForm(request.POST or None)
            if request.method == "POST" and form.is_valid():
                self._do(request, thing, draft, waiting, form.cleaned_data["word"])
                return redirect(self.row_url("change", thing.pk))
            context = self._context(request, thing, draft, waiting, form)
        return TemplateResponse(request, "admin/drafts/release.html", context)

    def _context(
        self,
        request: HttpRequest,
        thing: Publishable,
        draft: Draft | None,
        waiting: ReleaseRequest | None,
        form: WordForm,
    ) -> dict[str, Any]:
        now = state_hash(thing, draft)
        last = ReleaseRequest.objects.of(thing).select_related("answered_by").first()
        return {
            **self.admin_site.each_context(request),
            "title": gettext("Release: %(what)s") % {"what": thing},
            "opts": self.opts,
            "original": thing,
            "draft": draft,
            "waiting": waiting,
            "is_changed": waiting is not None and waiting.state_hash != now,
            "sent_back": last if last and last.answer == ReleaseAnswer.SENT_BACK else None,
            "has_something": draft is not None or thing.published_at is None,
            "state_hash": now,
            "form": form,
            "may_publish": may_publish(request.user, thing),
            "versions": [None, None],
            "changes": self._changes(request, thing, draft),
            "change_url": self.row_url("change", thing.pk),
            "preview_url": self.row_url("preview", thing.pk),
        }

    def _changes(
        self, request: HttpRequest, thing: Publishable, draft: Draft | None
    ) -> list[Change]:
        """Return what readers would see changed; of what was never public, all of it."""
        live = stored_rows(thing)
        before, after = (live, merged_draft(draft, thing).rows) if draft else ([], live)
        kind = ContentType.objects.get_for_model(thing)
        older, newer = (
            Version(content_type=kind, saved_at=timezone.now(), state=packed(rows))
            for rows in (before, after)
        )
        return changes(older, newer, partial(may_see_part, request.user, self.model))

    def _do(
        self,
        request: HttpRequest,
        thing: Publishable,
        draft: Draft | None,
        waiting: ReleaseRequest | None,
        word: str,
    ) -> None:
        now = state_hash(thing, draft)
        if "_submit" in request.POST:
            if draft is None and thing.published_at is not None:
                self.message_user(request, gettext("There is nothing to release."), messages.INFO)
                return
            submit(thing, draft, request.user, word)  # type: ignore[arg-type] # signed in
            self._note(request, thing, gettext("Submitted for release."))
            self.message_user(request, gettext("The office is told that this waits for release."))
            return
        if waiting is None:
            words = gettext("Nothing was done: this does not wait for release any more.")
            self.message_user(request, words, messages.WARNING)
        elif "_withdraw" in request.POST and waiting.submitted_by_id == request.user.pk:
            answer(waiting, thing, request.user, ReleaseAnswer.WITHDRAWN, word)  # type: ignore[arg-type]
            self.message_user(request, gettext("This does not wait for release any more."))
        elif not may_publish(request.user, thing):
            raise PermissionDenied
        elif now != request.POST.get("state", "") or now != waiting.state_hash:
            words = gettext(
                "Nothing was done: this was changed after it was submitted. Look at it again."
            )
            self.message_user(request, words, messages.WARNING)
        elif "_send_back" in request.POST:
            answer(waiting, thing, request.user, ReleaseAnswer.SENT_BACK, word)  # type: ignore[arg-type]
            self._note(request, thing, gettext("Sent back."))
            self.message_user(request, gettext("It is sent back, and whoever wrote it is told."))
        elif "_release" in request.POST:
            self._release(request, thing, draft, waiting, word)

    def _release(
        self,
        request: HttpRequest,
        thing: Publishable,
        draft: Draft | None,
        waiting: ReleaseRequest,
        word: str,
    ) -> None:
        if draft:
            merged = merged_draft(draft, thing)
            if merged.conflicts:
                words = gettext(
                    "Nothing was published: the same has been changed in public since. Open the "
                    "form and decide."
                )
                self.message_user(request, words, messages.ERROR)
                return
            try:
                with transaction.atomic():
                    publish_state(thing, merged.rows, request.user, gettext("Released."))
            except IntegrityError:
                words = gettext("Nothing was published: it contradicts something else on the site.")
                self.message_user(request, words, messages.ERROR)
                return
            self._note(request, thing, gettext("Released."))
        else:
            # The action of the list knows what must be there before this kind of thing is public.
            rows = self.model._default_manager.filter(pk=thing.pk)
            self._publish_documents(request, thing)
            self.publish_now(request, rows)  # type: ignore[attr-defined] # of PublishableAdmin
        thing.refresh_from_db()
        if thing.state_by_dates not in PUBLIC_STATES:
            words = gettext("Nothing was published: it was taken down. Publish it in its form.")
            self.message_user(request, words, messages.ERROR)
            return
        answer(waiting, thing, request.user, ReleaseAnswer.RELEASED, word)  # type: ignore[arg-type]
        page = format_html('<a href="{}">{}</a>', thing.get_absolute_url(), gettext("See the page"))
        words = format_html("{} {}", gettext("It is public, and whoever wrote it is told."), page)
        self.message_user(request, words, messages.SUCCESS)

    def _publish_documents(self, request: HttpRequest, thing: Publishable) -> None:
        """Publish the documents without which readers would have nothing of what is released."""
        for part in unpublished_parts([thing]):
            if isinstance(part, Document) and may_publish(request.user, part):
                publish(part)
                keep_version(part, request.user, gettext("Released."))

    def _note(self, request: HttpRequest, thing: Publishable, words: str) -> None:
        """Write into Django's history what is no new state."""
        admin.ModelAdmin.log_change(self, request, thing, words)
