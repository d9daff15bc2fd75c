"""The panel about groups that have not said whether their page is still right."""

from datetime import timedelta

from django.db.models import Count, Window
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from links.models import LinkGroup
from twinning_site.workbench.start_page.panel import (
    MAX_SHOWN,
    Entry,
    Panel,
    Section,
    change_url,
    rows_for,
)

SILENCE = timedelta(days=30)


def silent_group_panels(request: HttpRequest) -> list[Panel]:
    """Return the public groups that were asked 30 days ago or earlier: 1 query."""
    panel = Panel(Section.AGES, _("Groups that have not answered whether their page is right"))
    groups = rows_for(request, LinkGroup)
    if groups is None:
        return []
    silent = groups.published().silent(timezone.localdate() - SILENCE).for_cards()
    for group in silent.annotate(number=Window(Count("pk"))).order_by("asked_on")[:MAX_SHOWN]:
        panel.total = group.number
        entry = Entry(str(group), gettext("asked"), change_url(group), group.asked_on)
        panel.entries.append(entry)
    return [panel]
