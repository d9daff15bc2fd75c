"""The home page: partner cities, upcoming events, groups and newsletters."""

from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from cities.directory import public_anniversaries, public_cities
from cities.maps import city_map
from content.models import Council
from content.web.edit_rights import edit_url
from content.web.linked_data import council_data
from content.web.public_views import PrivateForOfficers
from content.web.rich_text import references_in
from events.models import Event
from links.directory import public_groups, public_issues
from links.models import Newsletter

MAX_EVENTS, MAX_NEWSLETTERS, MAX_CITIES, MAX_GROUPS, MAX_ANNIVERSARIES = 4, 3, 12, 6, 6


class HomeView(PrivateForOfficers, TemplateView):
    """The first rows of each kind; `updated_at` is that of the newest city or the council."""

    template_name = "pages/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        council = Council.current()
        cities = public_cities()
        issues = [issue.pk for issue in public_issues()[:MAX_NEWSLETTERS]]
        return super().get_context_data(**kwargs) | {
            "agenda": Event.objects.published().agenda(limit=MAX_EVENTS),
            "anniversaries": public_anniversaries(timezone.localdate())[:MAX_ANNIVERSARIES],
            "atlas": city_map(cities, council),
            "cities": cities[:MAX_CITIES],
            "city_count": len(cities),
            "edit_url": edit_url(self.request.user, council) if council else "",
            "groups": public_groups()[:MAX_GROUPS],
            "linked_data": council_data(council) if council else None,
            "newsletters": Newsletter.objects.cards_of(issues),
            "references": references_in(council.introduction if council else None),
            "updated_at": max((row.updated_at for row in [council, *cities] if row), default=None),
        }
