"""The home page: partner cities, upcoming events, groups and newsletters."""

from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from cities.anniversaries import upcoming_anniversaries
from cities.maps import city_map, set_distances
from cities.models import City, Milestone
from content.models import Council
from content.web.edit_rights import edit_url
from content.web.linked_data import council_data
from content.web.public_views import PrivateForOfficers
from content.web.rich_text import pictures_in
from events.models import Event
from links.models import LinkGroup, Newsletter

MAX_EVENTS, MAX_NEWSLETTERS, MAX_CITIES, MAX_GROUPS = 4, 3, 12, 6


class HomeView(PrivateForOfficers, TemplateView):
    """The first rows of each kind; `updated_at` is that of the newest city or the council."""

    template_name = "pages/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        council = Council.current()
        cities = City.objects.published().for_cards().in_order()
        set_distances(cities, council)
        groups = LinkGroup.objects.published().for_cards().with_cities().in_order()
        newsletters = Newsletter.objects.published().for_cards().newest_first()
        return super().get_context_data(**kwargs) | {
            "agenda": Event.objects.published().agenda(limit=MAX_EVENTS),
            "anniversaries": upcoming_anniversaries(
                cities, Milestone.objects.published().beginnings(), timezone.localdate()
            ),
            "atlas": city_map(cities, council),
            "cities": cities[:MAX_CITIES],
            "council": council,
            "city_count": len(cities),
            "edit_url": edit_url(self.request.user, council) if council else "",
            "groups": groups[:MAX_GROUPS],
            "linked_data": council_data(council) if council else None,
            "newsletters": newsletters[:MAX_NEWSLETTERS],
            "pictures": pictures_in(council.introduction) if council else {},
            "updated_at": max((row.updated_at for row in [council, *cities] if row), default=None),
        }
