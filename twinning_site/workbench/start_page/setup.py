"""Panels for the first steps on a new site."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Council
from content.permissions import has_permission
from twinning_site.pages.site_content import has_content
from twinning_site.workbench.start_page.panel import Entry, Panel, Section


def setup_panels(request: HttpRequest) -> list[Panel]:
    """Return a panel that asks for the council's details, or none once they are there."""
    if Council.current() or not has_permission(request.user, "add", Council):
        return []
    if has_content():
        entry = Entry(
            gettext("Fill in your council"),
            gettext("its name, the office and its mailbox stand on every page"),
            reverse("admin:content_council_add"),
        )
    else:
        entry = Entry(
            gettext("What shall this site begin with?"),
            gettext("your own council, or a demo to look around"),
            reverse("begin"),
        )
    return [Panel(Section.WAITS, _("Start here"), [entry])]
