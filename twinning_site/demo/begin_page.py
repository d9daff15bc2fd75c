"""The page on which an empty site is given its beginning: a demo, or a council of its own."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from content.permissions import has_permission
from content.text.language_names import language_name
from twinning_site.bundles.models import LoadedRow
from twinning_site.demo.load import councils
from twinning_site.demo.offers import offers
from twinning_site.demo.tasks import has_failed, is_loading, order_demo
from twinning_site.pages.site_content import CONTENT_MODELS, has_content

# Seconds after which the page looks again
RELOAD = 3


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Offer the demos and the form of the council, while there is nothing; tell of the loading."""
    if not all(has_permission(request.user, "add", model) for model in CONTENT_MODELS):
        raise PermissionDenied
    if request.method == "POST":
        return _order(request)
    loading = is_loading()
    if not loading and has_content():
        if "ordered" in request.GET:
            messages.success(request, gettext("The demo is loaded."))
        return redirect("admin:index")
    context = {
        **admin.site.each_context(request),
        "title": gettext("What shall this site begin with?"),
        "is_loading": loading,
        "loaded": LoadedRow.objects.count() if loading else 0,
        "has_failed": has_failed(),
        "languages": [language_name(code) for code, _name in settings.LANGUAGES],
        "offers": [] if loading else offers(),
    }
    headers = {"Refresh": str(RELOAD)} if loading else None
    return TemplateResponse(request, "admin/begin.html", context, headers=headers)


def _order(request: HttpRequest) -> HttpResponse:
    council = request.POST.get("demo", "")
    if council not in councils():
        messages.error(request, gettext("There is no such demo."))
        return redirect("begin")
    if order_demo(council) or is_loading():
        return redirect(f"{request.path}?ordered=1")
    messages.warning(request, gettext("This site has content; no demo was loaded."))
    return redirect("admin:index")
