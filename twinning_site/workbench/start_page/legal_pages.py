"""A panel for the pages that the law of the council's country asks for and that are missing."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Council
from content.permissions import has_permission
from twinning_site.pages.legal_pages import legal_pages_of, word_for
from twinning_site.pages.models import Page
from twinning_site.workbench.start_page.panel import Entry, Panel, Section, change_url


def legal_page_panels(request: HttpRequest) -> list[Panel]:
    """Return a panel with each page that is missing or not public: 1 query."""
    council = Council.current()
    if council is None or not has_permission(request.user, "add", Page):
        return []
    country = council.country.code
    pages = {page.kind: page for page in Page.objects.exclude(kind=None)}
    entries = []
    for asked in legal_pages_of(country):
        page = pages.get(asked.kind)
        word = word_for(asked.kind, country)
        detail = gettext("asked for by %(law)s") % {"law": asked.law}
        if page is None:
            url = f"{reverse('admin:pages_page_add')}?kind={asked.kind}"
            words = gettext("is missing")
            entries.append(Entry(word, words, url, detail=detail, button=gettext("Write it")))
        elif not page.is_published:
            words = gettext("is not public")
            entries.append(Entry(word, words, change_url(page), detail=detail))
    return [Panel(Section.WAITS, _("Pages that the law asks for"), entries)]
