"""Add a row from another page than that of its form, with all the checks of the form."""

from collections.abc import Mapping

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest


def add_by_form(model_admin: admin.ModelAdmin, request: HttpRequest, data: Mapping) -> ModelForm:
    """Fill in the form of `model_admin` with `data` and the files of the request, and save it.

    Nothing is saved if the form has errors. Whoever calls it holds a transaction, and has asked
    whether this person may add such a row.
    """
    form = model_admin.get_form(request)(data, request.FILES)
    if form.is_valid():
        row = model_admin.save_form(request, form, change=False)
        model_admin.save_model(request, row, form, change=False)
        model_admin.save_related(request, form, [], change=False)
        words = model_admin.construct_change_message(request, form, [], add=True)  # type: ignore[arg-type] # the stubs know no forms of models
        model_admin.log_addition(request, row, words)
    return form


def errors_in_words(form: ModelForm) -> list[str]:
    """Return the errors of a form, each with the label of its field."""
    return [
        f"{form.fields[name].label}: {error}" if name in form.fields else str(error)
        for name, found in form.errors.items()
        for error in found
    ]
