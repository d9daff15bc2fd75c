"""Panels about what a look at texts and files has found, and about pages that trouble people."""

from datetime import timedelta

from django.contrib.admin import site
from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.models import Finding, FindingKind
from content.models.records.finding import FindingQuerySet
from twinning_site.pages.models import Feedback
from twinning_site.workbench.start_page.panel import (
    MAX_SHOWN,
    Answer,
    Entry,
    ListLink,
    Panel,
    Section,
    name_of_row,
    rows_for,
    seen_of,
)

TITLES = {
    FindingKind.WORDING: (Section.AGES, _("Wording that ages")),
    FindingKind.SAMPLE: (Section.WEAK, _("Text that was to be replaced")),
    FindingKind.TRANSLATION: (Section.WEAK, _("Missing translations")),
    FindingKind.ALTERNATIVE_TEXT: (Section.WEAK, _("Alternative texts that say nothing")),
    FindingKind.LINK: (Section.WEAK, _("Links that lead nowhere")),
    FindingKind.LETTERS: (Section.WEAK, _("Letters that are missing in PDFs")),
    FindingKind.ACCESSIBILITY: (Section.WEAK, _("Documents that many cannot read")),
}
# How long readers' opinions count, and how many poor ones make a page one that troubles people
OPINIONS = timedelta(days=90)
MIN_POOR = 2


def finding_panels(request: HttpRequest) -> list[Panel]:
    """Return what was found in what this person may change: up to 8 queries.

    One for each kind is quicker than all of them with their places within their kinds.
    """
    panels = {kind: Panel(section, title) for kind, (section, title) in TITLES.items()}
    visible: FindingQuerySet = site._registry[Finding].get_queryset(request)  # type: ignore[assignment]
    rows = visible.open().order_by("-found_at", "-pk").select_related("content_type")
    counted = visible.open().order_by().values_list("kind").annotate(number=Count("pk"))
    for kind, number in counted:
        panel = panels[FindingKind(kind)]
        panel.total = number
        panel.entries += [_entry(finding) for finding in rows.filter(kind=kind)[:MAX_SHOWN]]
    return [*panels.values(), _troubling_pages(request)]


def _entry(finding: Finding) -> Entry:
    return Entry(
        finding.heading,
        finding.content_type.name,
        finding.form_url,
        None,
        ListLink.to(Finding, f"kind__exact={finding.kind}&fine=no"),
        (Answer("call_fine", gettext("That is fine")),),
        name_of_row(finding),
        seen_of(finding),
        finding.words,
    )


def _troubling_pages(request: HttpRequest) -> Panel:
    """Return the pages that several readers called poor lately, the worst first."""
    panel = Panel(Section.WEAK, _("Pages that trouble people"))
    opinions = rows_for(request, Feedback, "view")
    if opinions is None:
        return panel
    recent = opinions.filter(created_at__gt=timezone.now() - OPINIONS)
    for page in recent.by_page().filter(poor__gte=MIN_POOR)[:MAX_SHOWN]:
        words = ngettext("%(count)s poor opinion", "%(count)s poor opinions", page["poor"])
        kind = words % {"count": page["poor"]}
        query = f"q={page['page']}"
        listing = ListLink.to(Feedback, query)
        panel.entries.append(Entry(page["page"] or "–", kind, listing.url, page["last"], listing))
    return panel
