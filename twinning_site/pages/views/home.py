"""The home page: partner cities, upcoming events, groups and newsletters."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from cities.directory import public_anniversaries, public_cities
from cities.maps import city_map
from content.models import Council
from content.models.arrangements import HomeSection
from content.text.arrangement import arranged, placed_of
from content.web.edit_rights import edit_url
from content.web.linked_data import council_data
from content.web.public_views import PrivateForOfficers
from content.web.rich_text import references_in
from events.models import Event
from events.models.now_and_next import Agenda
from links.directory import public_groups, public_issues
from links.models import Newsletter

MAX_EVENTS, MAX_NEWSLETTERS, MAX_CITIES, MAX_GROUPS, MAX_ANNIVERSARIES = 4, 3, 12, 6, 6


def shown_sections(council: Council | None) -> list[str]:
    """Return the names of the sections of the home page, in the order that the council wants."""
    text = council.home_sections if council else ""
    placed = arranged(placed_of(text), HomeSection.values)
    return [one.name for one in placed if one.is_shown]


class HomeView(PrivateForOfficers, TemplateView):
    """The first rows of each kind; `updated_at` is that of the newest city or the council."""

    template_name = "pages/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        council = Council.current()
        cities = public_cities()
        shown = shown_sections(council)
        context = super().get_context_data(**kwargs) | {
            "atlas": city_map(cities, council),
            "cities": cities[:MAX_CITIES],
            "city_count": len(cities),
            "edit_url": edit_url(self.request.user, council) if council else "",
            "linked_data": council_data(council) if council else None,
            "references": references_in(council.introduction if council else None),
            "sections": [f"pages/home/{name}.html" for name in shown],
            "updated_at": max((row.updated_at for row in [council, *cities] if row), default=None),
        }
        for name in shown:
            if name in ROWS:
                context[name] = ROWS[name]()
        return context


def _agenda() -> Agenda:
    return Event.objects.published().agenda(limit=MAX_EVENTS)


def _anniversaries() -> Any:
    return public_anniversaries(timezone.localdate())[:MAX_ANNIVERSARIES]


def _groups() -> Any:
    return public_groups()[:MAX_GROUPS]


def _newsletters() -> Any:
    issues = [issue.pk for issue in public_issues()[:MAX_NEWSLETTERS]]
    return Newsletter.objects.cards_of(issues)


# What is read for a section only if it is shown
ROWS: dict[str, Callable[[], Any]] = {
    HomeSection.EVENTS: _agenda,
    HomeSection.ANNIVERSARIES: _anniversaries,
    HomeSection.NEWSLETTERS: _newsletters,
    HomeSection.GROUPS: _groups,
}
