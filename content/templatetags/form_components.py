"""The components of forms, after the patterns of the GOV.UK Design System."""

from collections.abc import Mapping, Sequence

from django import template
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.inclusion_tag("components/form/form_field.html")
def form_field(
    field: BoundField,
    *,
    is_filter: bool = False,
    in_columns: bool = False,
    is_short: bool = False,
) -> dict[str, object]:
    """Show a field with its label, hint, errors and widget.

    The field of a filter does not say that it is optional. `in_columns` sets a long list of
    boxes in columns, `is_short` makes the input narrow.
    """
    return {
        "field": field,
        "is_filter": is_filter,
        "in_columns": in_columns,
        "is_short": is_short,
    }


@register.inclusion_tag("components/form/error_summary.html")
def error_summary(form: BaseForm, problem: str = "") -> dict[str, object]:
    """Show all errors of a form at the top of the page, each a link to its field.

    `problem` is a sentence about the form as a whole. `static/js/forms.js` moves the focus here.
    """
    return {"form": form, "problem": problem}


@register.inclusion_tag("components/form/answer_summary.html")
def answer_summary(rows: Sequence[Mapping[str, str]], action: str) -> dict[str, object]:
    """Show the answers once more before they are sent.

    `rows` have `label`, `value` and `anchor`, the id of the field to change (empty: none is
    offered). `action` is the URL of the form. The buttons belong to the form around this list.
    """
    return {"rows": rows, "action": action}


@register.inclusion_tag("components/form/confirmation.html")
def confirmation(heading: str, reference: str) -> dict[str, object]:
    """Say that a message has arrived: the page's main heading and the reference to quote."""
    return {"heading": heading, "reference": reference}


@register.filter
def hidden(field: BoundField) -> SafeString:
    """Return what was answered, as fields that nobody sees: `{{ field|hidden }}`.

    Unlike `as_hidden` without attributes that explain a field, which HTML forbids there.
    """
    widget = field.field.hidden_widget()
    return widget.render(field.html_name, field.value(), renderer=field.form.renderer)
