"""The part of an admin that guards its form against others who have it open, too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.options import Options
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext

from content.opened_forms.form_stamp import STAMP_FIELD, FormStamp, row_name
from content.opened_forms.gone_row import as_new_rows, typed_texts
from content.opened_forms.guarded_formset import guarded, guarded_formset
from content.opened_forms.kept_form import take_up
from content.opened_forms.opened_form import OpenedForm


class OpenedFormAdmin(admin.ModelAdmin):
    """Keeps what others have saved since a form was opened, and asks where both have changed it.

    A form that is saved as it was opened writes nothing, neither the row nor its history.
    """

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        words = take_up(request)
        if words:
            self.message_user(request, words, messages.WARNING)
        is_copy = "_saveasnew" in request.POST
        key = None if object_id is None or is_copy else unquote(object_id)
        OpenedForm(
            self.model,
            key,
            request.user.pk,
            request.POST.get(STAMP_FIELD, ""),
            may_add=self.has_add_permission(request),
            is_shown_again=bool(words),
        ).remember(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model | None:
        """Let whoever saves the same row at the same moment wait until this request is over."""
        if request.method == "POST" and OpenedForm.of(request):
            try:
                key = self.opts.pk.to_python(object_id)
            except ValidationError:
                return None
            # On SQLite the transaction itself holds the lock.
            list(self.model._base_manager.select_for_update().filter(pk=key).values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        return guarded(
            super().get_form(request, obj, change=change, **kwargs), OpenedForm.of(request)
        )

    def get_formsets_with_inlines(
        self, request: HttpRequest, obj: Model | None = None
    ) -> Iterator[tuple]:
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            may_change = inline.has_change_permission(request, obj)
            yield guarded_formset(formset, OpenedForm.of(request), may_change=may_change), inline

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Put the stamp into the form, and what others have changed above it."""
        forms = [context["adminform"].form]
        for inline in context["inline_admin_formsets"]:
            forms += inline.formset.forms
        digests = dict(pair for form in forms for pair in form.digests())
        row = row_name(self.model._meta.label, getattr(kwargs.get("obj"), "pk", None))
        path = kwargs.get("form_url") or request.get_full_path()
        stamp = FormStamp.now(request.user.pk, path, row, digests)
        context |= {"form_stamp": stamp.signed(), "opened": OpenedForm.of(request)}
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        opened = OpenedForm.of(request)
        formsets = opened.formsets if opened else []
        if opened and opened.joined:
            # Before this person is the last who has saved it
            _ = opened.who_and_when
        is_changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        if is_changed or not change:
            super().save_model(request, obj, form, change)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Leave out of the history that somebody has changed nothing."""
        opened = OpenedForm.of(request)
        if opened and message == []:
            opened.is_unchanged = not opened.has_logged
            return None
        if opened:
            opened.has_logged = True
        return super().log_change(request, obj, message)

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        opened = OpenedForm.of(request)
        if opened and opened.joined:
            words = gettext(
                "%(who)s saved this while you had it open. Taken over from there: %(what)s."
            )
            what = ", ".join(dict.fromkeys(difference.label for difference in opened.joined))
            self.message_user(
                request, words % {"who": opened.who_and_when, "what": what}, messages.INFO
            )
        return super().response_change(request, obj)

    def message_user(
        self,
        request: HttpRequest,
        message: Any,
        level: Any = messages.INFO,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Say so if nothing was changed, where Django would say that it was."""
        opened = OpenedForm.of(request)
        if opened and opened.is_unchanged and level == messages.SUCCESS:
            message, level = gettext("Nothing was changed."), messages.INFO
        super().message_user(request, message, level, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Options, object_id: str
    ) -> HttpResponse:
        """Show what was typed into the form of a row that is gone; it can be saved as a new one.

        Whoever may not add rows gets the words alone, to copy them.
        """
        opened = OpenedForm.of(request)
        if opened is None or opened.stamp is None:
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc] # Django has it, its stubs do not
        opened.is_gone = True
        formsets = [formset for formset, _inline in self.get_formsets_with_inlines(request)]
        request.POST = as_new_rows(request.POST, formsets)  # type: ignore[assignment] # it is one
        if self.has_add_permission(request):
            add = reverse(f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_add")
            return self._changeform_view(request, None, add, None)  # type: ignore[attr-defined] # Django has it
        form = self.get_form(request)(request.POST, request.FILES)
        below, _inlines = self._create_formsets(request, form.instance, change=False)
        context = self.admin_site.each_context(request) | {
            "opts": opts,
            "title": gettext("This has been deleted"),
            "refusal": opened.refusal,
            "typed": typed_texts([form, *(row for formset in below for row in formset.forms)]),
        }
        return TemplateResponse(request, "admin/gone_row.html", context, status=410)

    def _create_formsets(self, request: HttpRequest, obj: Model, change: bool) -> tuple:
        """Look at the rows below the form before it is judged."""
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc] # Django has it, its stubs do not
        if opened := OpenedForm.of(request):
            opened.formsets = formsets
            for formset in formsets:
                _ = formset.forms
        return formsets, inlines
