"""The page on which an officer compares two applications before they are merged."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from volunteers.admin.confirm_page import get_application, render_confirmation
from volunteers.merging import merge
from volunteers.models import Application


def merge_view(
    model_admin: admin.ModelAdmin, request: HttpRequest, pk: int, other: int
) -> HttpResponse:
    """Show two applications side by side; merge `other` into `pk` on POST."""
    kept, merged = (get_application(model_admin, request, key) for key in (pk, other))
    if kept == merged:
        raise Http404
    if request.method == "POST":
        reference = merged.reference
        merge(kept, merged, request.user if request.user.is_authenticated else None)
        note = gettext("Merged with %(reference)s") % {"reference": reference}
        model_admin.log_change(request, kept, note)
        messages.success(request, gettext("Now they are one."))
        return redirect("admin:volunteers_application_change", pk)
    labels = Application.field_labels()
    rows = [
        (labels[name], getattr(kept, name), getattr(merged, name))
        for name in [*Application.TEXT_FIELDS, "created_at"]
    ]
    title = gettext("Merge %(other)s into %(kept)s") % {
        "other": merged.reference,
        "kept": kept.reference,
    }
    context = {"merged": merged, "rows": rows}
    return render_confirmation(model_admin, request, "merge", kept, title, context)
