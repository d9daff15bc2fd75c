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
        merge(kept, merged, request.user)
        note = gettext("Merged with %(reference)s") % {"reference": reference}
        model_admin.log_change(request, kept, note)
        messages.success(request, gettext("Now they are one."))
        return redirect("admin:volunteers_application_change", pk)
    fields = (
        Application._meta.get_field(name) for name in [*Application.TEXT_FIELDS, "created_at"]
    )
    rows = [(f.verbose_name, getattr(kept, f.name), getattr(merged, f.name)) for f in fields]
    title = gettext("Merge %(other)s into %(kept)s") % {
        "other": merged.reference,
        "kept": kept.reference,
    }
    context = {"merged": merged, "rows": rows}
    return render_confirmation(model_admin, request, "merge", kept, title, context)
