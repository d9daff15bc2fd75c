"""The page of the admin that shows the guide."""

from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language, gettext

from twinning_site.workbench.guide.reading import guide_in


def guide_page(request: HttpRequest) -> HttpResponse:
    """Show the whole guide, with a list of its sections."""
    guide = guide_in(get_language() or "")
    context = site.each_context(request) | {"title": gettext("Help"), "guide": guide}
    return TemplateResponse(request, "admin/guide.html", context)
