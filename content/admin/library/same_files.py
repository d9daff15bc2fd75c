"""A file that is here already: find its rows, and use one of them in place of a new one."""

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from content.forms.staged_files import ANYWAY, same_name

# More are not offered.
MAX_ROWS = 5


def rows_with(model_admin: admin.ModelAdmin, request: HttpRequest, digest: str) -> list[Model]:
    """Return the rows that have the file with this digest, as far as this person may see them.

    None are told of who has asked for the file to be uploaded all the same.
    """
    if not digest or request.POST.get(same_name("file")) == ANYWAY:
        return []
    rows = model_admin.get_queryset(request).filter(sha256=digest)[:MAX_ROWS]
    return [row for row in rows if model_admin.has_view_permission(request, row)]


def answer_with_chosen_row(
    model_admin: admin.ModelAdmin, request: HttpRequest
) -> HttpResponse | None:
    """Answer as if the row had just been added that the form has chosen; None if it has none."""
    chosen = request.POST.get(same_name("file"), "")
    if not chosen.isdecimal() or not model_admin.has_add_permission(request):
        return None
    row = model_admin.get_object(request, chosen)
    if row is None or not model_admin.has_view_permission(request, row):
        return None
    if IS_POPUP_VAR in request.POST:
        return model_admin.response_add(request, row)
    words = gettext("Nothing was added: this file is here already, as “%(row)s”.")
    model_admin.message_user(request, words % {"row": row}, messages.INFO)
    names = f"{model_admin.opts.app_label}_{model_admin.opts.model_name}"
    return redirect(f"{model_admin.admin_site.name}:{names}_change", row.pk)
