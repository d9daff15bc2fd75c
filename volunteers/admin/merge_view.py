"""The page on which an officer compares two applications before they are merged."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from volunteers.admin.confirm_page import get_application, render_confirmation
from volunteers.merging import AddressesDiffer, merge
from volunteers.models import Application


def merge_view(
    model_admin: admin.ModelAdmin, request: HttpRequest, pk: int, other: int
) -> HttpResponse:
    """Show two applications side by side; merge `other` into `pk` on POST.

    Different e-mail addresses have to be confirmed.
    """
    kept = get_application(model_admin, request, pk)
    if request.method == "POST" and not Application.objects.filter(pk=other).exists():
        # The second post of a double click, or a colleague was faster
        messages.info(request, gettext("The other one is gone: it has been merged or erased."))
        return redirect("admin:volunteers_application_change", pk)
    merged = get_application(model_admin, request, other)
    if kept == merged:
        raise Http404
    if request.method == "POST" and _merge(request, kept, merged):
        note = gettext("Merged with %(reference)s") % {"reference": merged.reference}
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
    context = {
        "merged": merged,
        "rows": rows,
        "differs": not kept.has_address_of(merged),
        "is_unconfirmed": request.method == "POST",
    }
    return render_confirmation(model_admin, request, "merge", kept, title, context, merged)


def _merge(request: HttpRequest, kept: Application, merged: Application) -> bool:
    """Merge them; return False if their addresses differ and nobody has ticked that."""
    try:
        merge(
            kept,
            merged,
            request.user if request.user.is_authenticated else None,
            despite_addresses="despite_addresses" in request.POST,
        )
    except AddressesDiffer:
        return False
    except Application.DoesNotExist as error:
        raise Http404 from error
    return True
