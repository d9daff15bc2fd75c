"""Keeps what somebody types before they save it, and tells who else is writing."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.admin.row_pages import RowPagesAdmin
from content.models import UnsavedForm
from content.opened_forms.form_stamp import STAMP_FIELD, FormStamp, row_name
from content.opened_forms.kept_form import KeptForm, fill_in

# How often a browser is noted that only says that its form is still open
NOTED_EVERY = timedelta(seconds=30)
NEW = "new"


class AutosaveAdmin(RowPagesAdmin):
    """Keeps the fields of a form every few seconds, unchecked, for the person who types them."""

    def get_urls(self) -> list[URLPattern]:
        views: dict[str, Any] = {
            "autosave": self.autosave_view,
            "take_up": require_POST(self.take_up_view),
            "forget": require_POST(self.forget_view),
        }
        return [
            self.row_page(name.replace("_", "-"), view, name, key="str")
            for name, view in views.items()
        ] + super().get_urls()

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Forget what was kept once it is saved; offer it when the form is opened again."""
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if stamp := FormStamp.read(request.POST.get(STAMP_FIELD, "")):
            forms = self._mine(request, object_id and unquote(object_id))
            same = forms.filter(opened_at=stamp.opened_at)
            if response.status_code == HTTPStatus.FOUND:
                same.delete()
            else:
                _go_on_with(same, response)
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = kwargs.get("obj")
        key = obj.pk if obj else None
        for name in ("autosave", "take_up", "forget"):
            context[f"{name}_url"] = self.row_url(name, NEW if obj is None else key)
        if request.method == "GET":
            context["unsaved"] = self._mine(request, key).exclude(fields="").first()
        context["others"] = self._others(request, key)
        return super().render_change_form(request, context, *args, **kwargs)

    def autosave_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Keep what was typed so far; answer with what is to be said beside the buttons.

        A GET answers with a new token against forged requests, for a form whose person has
        signed in again in another window.
        """
        key = self._key(request, object_id)
        if request.method != "POST":
            response = JsonResponse({"token": get_token(request)})
            add_never_cache_headers(response)
            return response
        kept = KeptForm.of(request)
        row = row_name(self.model._meta.label, key)
        if kept is None or kept.stamp.row != row or not kept.is_of(request.user.pk):
            raise PermissionDenied
        note = self._note_form(request, key, kept)
        return JsonResponse({"note": note, "others": self._others(request, key)})

    def take_up_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show the form with what was kept; save nothing."""
        key = self._key(request, object_id)
        unsaved = self._mine(request, key).exclude(fields="").first()
        if unsaved is None:
            raise Http404
        data = QueryDict(mutable=True)
        for name, value in json.loads(unsaved.fields or "[]"):
            data.appendlist(name, value)
        words = gettext("This is what you typed until %(moment)s. It has not been saved yet.")
        fill_in(request, data, words % {"moment": _moment(unsaved)})
        address, row = self._form_address(key), None if key is None else object_id
        response = self.changeform_view(request, row, form_url=address)
        _go_on_with(UnsavedForm.objects.filter(pk=unsaved.pk), response)
        return response

    def forget_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Forget what was kept, and show the form as it is stored."""
        key = self._key(request, object_id)
        self._mine(request, key).delete()
        return redirect(self._form_address(key))

    def _note_form(self, request: HttpRequest, key: object, kept: KeptForm) -> str:
        """Keep the fields of a form, or that it is open; return the words for its person."""
        now, fields, opened_at = timezone.now(), kept.packed, kept.stamp.opened_at
        known = self._mine(request, key).filter(opened_at=opened_at).first()
        if "only_open" in request.POST:
            if known is None or known.seen_at < now - NOTED_EVERY:
                self._store(request, key, opened_at, {"seen_at": now})
            return ""
        if known is None or known.fields != fields:
            self._store(request, key, opened_at, {"fields": fields, "seen_at": now})
        at = date_format(timezone.localtime(now), "TIME_FORMAT")
        return gettext("What you type is kept, as of %(time)s.") % {"time": at}

    def _store(
        self, request: HttpRequest, key: object, opened_at: datetime, values: dict[str, Any]
    ) -> None:
        person: Any = request.user
        UnsavedForm.objects.update_or_create(
            content_type=ContentType.objects.get_for_model(self.model),
            object_id="" if key is None else str(key),
            user=person,
            opened_at=opened_at,
            defaults=values,
        )

    def _others(self, request: HttpRequest, key: object) -> str:
        """Return who else has the form of a stored row open, in words."""
        if key is None:
            return ""
        person: Any = request.user
        forms = UnsavedForm.objects.of(self.model, key).in_use().exclude(user=person)
        since: dict[Any, datetime] = {}
        for form in forms.select_related("user").order_by("opened_at"):
            # Once for each, though they may have reloaded the form or opened it twice.
            since.setdefault(form.user, form.opened_at)
        return " ".join(
            gettext("%(who)s has been writing here since %(time)s.")
            % {
                "who": user.get_full_name() or user.get_username(),
                "time": date_format(timezone.localtime(opened_at), "TIME_FORMAT"),
            }
            for user, opened_at in since.items()
        )

    def _mine(self, request: HttpRequest, key: object) -> Any:
        forms = UnsavedForm.objects.of(self.model, key).filter(user=request.user.pk)
        return forms.order_by("-seen_at")

    def _key(self, request: HttpRequest, object_id: str) -> object:
        """Return the key of the row, or None for a new one; only for whoever may write it."""
        if object_id == NEW:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        thing: Model | None = None
        with suppress(ValidationError):
            thing = self.get_object(request, unquote(object_id))
        if thing is None:
            raise Http404
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        return thing.pk

    def _form_address(self, key: object) -> str:
        names = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"{names}_add") if key is None else self.row_url("change", key)


def _go_on_with(forms: QuerySet, response: Any) -> None:
    """Have what was kept belong to the form that is shown now, which has a stamp of its own."""
    context = getattr(response, "context_data", None) or {}
    if stamp := FormStamp.read(context.get("form_stamp", "")):
        forms.update(opened_at=stamp.opened_at)


def _moment(unsaved: UnsavedForm) -> str:
    return date_format(timezone.localtime(unsaved.seen_at), "DATETIME_FORMAT")
