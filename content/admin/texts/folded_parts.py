"""Parts of a form that are folded as long as there is nothing in them."""

from typing import Any

from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.utils import flatten
from django.forms import BoundField

FOLDED = "collapse"


def open_what_is_filled(adminform: AdminForm) -> None:
    """Leave folded only the parts of a form in which nothing is, of those that may be."""
    adminform.fieldsets = [
        (name, _opened(options) if _is_filled(adminform, options) else options)
        for name, options in adminform.fieldsets
    ]


def _opened(options: dict[str, Any]) -> dict[str, Any]:
    return {**options, "classes": [one for one in options.get("classes", ()) if one != FOLDED]}


def _is_filled(adminform: AdminForm, options: dict[str, Any]) -> bool:
    if FOLDED not in options.get("classes", ()):
        return False
    form = adminform.form
    names = [name for name in flatten(options["fields"]) if name in form.fields]
    return any(holds_something(form[name]) for name in names)


def holds_something(bound: BoundField) -> bool:
    """Return whether a field has another value than that with which a new form begins."""
    value = bound.value()
    if value == bound.field.initial:
        return False
    model_field = _model_field(bound)
    has_default = model_field is not None and model_field.has_default()
    if has_default and str(value) == str(model_field.get_default()):
        return False
    data = getattr(value, "data", value)
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list | tuple):
        return any(data)
    return data not in (None, "", False)


def _model_field(bound: BoundField) -> Any:
    instance = getattr(bound.form, "instance", None)
    fields = instance._meta.concrete_fields if instance is not None else ()
    return next((field for field in fields if field.name == bound.name), None)
