"""A panel about what readers looked for in vain."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.text.language_names import language_name
from twinning_site.search.models import UnansweredSearch
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


def unanswered_search_panels(request: HttpRequest) -> list[Panel]:
    """Return the searches that found nothing, the most frequent first: 2 queries."""
    panel = Panel(Section.WEAK, _("Searches that found nothing"))
    rows = rows_for(request, UnansweredSearch)
    if rows is None:
        return [panel]
    waiting = rows.open().order_by("-days", "-last_day", "words", "pk")
    panel.entries = [_entry(search) for search in waiting[:MAX_SHOWN]]
    panel.total = waiting.count()
    return [panel]


def _entry(search: UnansweredSearch) -> Entry:
    """Lead to what officers find by these words: the page or draft that should have them."""
    asked = ngettext("asked on %(count)s day", "asked on %(count)s days", search.days)
    return Entry(
        search.words,
        asked % {"count": search.days},
        f"{reverse('admin:search')}?{urlencode({'q': search.words})}",
        None,
        ListLink.to(UnansweredSearch, "dismissed_at__isempty=1"),
        (Answer("dismiss", gettext("Dismiss")),),
        name_of_row(search),
        seen_of(search),
        language_name(search.language),
    )
