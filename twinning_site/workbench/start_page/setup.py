"""Panels for the first steps on a new site."""

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Council
from content.permissions import has_permission
from twinning_site.workbench.start_page.panel import Entry, Panel


def setup_panels(user: User | AnonymousUser) -> list[Panel]:
    """Return a panel that asks for the council's details, or none once they are there."""
    if Council.current() or not has_permission(user, "add", Council):
        return []
    entry = Entry(
        gettext("Fill in your council"),
        gettext("its name, the office and its mailbox stand on every page"),
        reverse("admin:content_council_add"),
        None,
    )
    return [Panel(_("Start here"), [entry])]
