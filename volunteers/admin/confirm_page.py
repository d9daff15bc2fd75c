"""The page on which an officer confirms a change of an application."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from content.audit import name_of, record
from content.models.records.audit_entry import Deed
from volunteers.models import Application


def get_application(model_admin: admin.ModelAdmin, request: HttpRequest, pk: int) -> Application:
    """Return the application.

    Raises:
        Http404: if there is none.
        PermissionDenied: if the user may not change it.
    """
    application = get_object_or_404(Application, pk=pk)
    if not model_admin.has_change_permission(request, application):
        raise PermissionDenied
    return application


def render_confirmation(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    name: str,
    application: Application,
    title: str,
    context: dict[str, object],
    *others: Application,
) -> HttpResponse:
    """Render `admin/volunteers/{name}.html` within the admin, and write down who reads it."""
    for shown in (application, *others):
        record(request, Deed.VIEWED, row=name_of(shown))
    context |= model_admin.admin_site.each_context(request) | {
        "opts": Application._meta,
        "original": application,
        "title": title,
    }
    return render(request, f"admin/volunteers/{name}.html", context)
