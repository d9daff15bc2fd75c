"""The page on which an officer confirms a change of an application."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

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
) -> HttpResponse:
    """Render `admin/volunteers/{name}.html` within the admin."""
    context |= model_admin.admin_site.each_context(request) | {
        "opts": Application._meta,
        "original": application,
        "title": title,
    }
    return render(request, f"admin/volunteers/{name}.html", context)
