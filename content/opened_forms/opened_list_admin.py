"""The part of an admin that guards what can be changed in its list, such as positions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from content.opened_forms.form_stamp import FormStamp, row_name
from content.opened_forms.guarded_formset import guarded
from content.opened_forms.opened_form import OpenedForm

# Not that of forms: a list has no text that would have to be kept when a session ends.
LIST_STAMP_FIELD = "list_stamp"
# In the place of a row's key
_LIST = "list"


class GuardedListFormSet(forms.BaseModelFormSet):
    """Asks about values that both others and this person have changed."""

    opened: OpenedForm

    def clean(self) -> None:
        """Refuse them once.

        Raises:
            ValidationError: above the list.
        """
        super().clean()
        if self.opened.conflicts:
            words = gettext(
                "Somebody has changed this since you opened the list: %(what)s. Saving again "
                "stores what you typed."
            )
            stored = [f"{one.label}: {one.stored}" for one in self.opened.conflicts]
            raise ValidationError(words % {"what": "; ".join(stored)})


class OpenedListAdmin(admin.ModelAdmin):
    """Changes in a list only what was changed there since it was opened."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        signed = request.POST.get(LIST_STAMP_FIELD, "")
        OpenedForm(self.model, _LIST, request.user.pk, signed).remember(request)
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None) or {}
        formset = getattr(context.get("cl"), "formset", None)
        if formset:
            digests = dict(pair for form in formset.forms for pair in form.digests())
            row = row_name(self.model._meta.label, _LIST)
            stamp = FormStamp.now(request.user.pk, request.path, row, digests)
            context["list_stamp"] = stamp.signed()
        return response

    def get_changelist_formset(
        self, request: HttpRequest, **kwargs: Any
    ) -> type[forms.BaseModelFormSet]:
        formset = super().get_changelist_formset(request, **kwargs)
        opened = OpenedForm.of(request)
        attributes = {"opened": opened, "form": guarded(formset.form, opened)}
        return type(
            formset.__name__,
            (GuardedListFormSet, formset),
            {**attributes, "__module__": __name__},
        )
