"""The list of partner cities, and the page and the fact sheet of one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cities.anniversaries import upcoming_anniversaries
from cities.directory import public_cities, similar_cities
from cities.fact_sheet import fact_sheet_html
from cities.linked_data import city_data
from cities.maps import city_map, clock_text, distance_from_home, location_text
from cities.models import City, Milestone
from content.models import Council
from content.pdf.jobs import pdf_response
from content.web.page_navigation import breadcrumb, jump_list, related_links
from content.web.public_views import PublicDetailView, PublicListView
from content.web.rich_text import references_in
from content.web.shown_videos import has_videos, shown_videos

CITIES_PER_PAGE = 24
# How many of each kind a city's page shows.
SHOWN_EVENTS, SHOWN_PAST_EVENTS, SHOWN_NEWSLETTERS, SHOWN_SIMILAR_CITIES = 6, 4, 6, 3


class CityListView(PublicListView):
    template_name = "cities/city_list.html"
    context_object_name = "cities"
    paginate_by = CITIES_PER_PAGE
    object_list: Sequence[City]

    def get_queryset(self) -> Sequence[City]:  # type: ignore[override] # a list will do
        return public_cities()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "all_cities": self.object_list,
            "atlas": city_map(self.object_list, Council.current()),
        }


class CityDetailView(PublicDetailView):
    model = City
    template_name = "cities/city_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        milestones = Milestone.objects.select_related("document", "kind").defer("document__text")
        return (
            super()
            .rows()
            .select_related("picture", "kind")
            # Most cities have none, which costs no query of its own.
            .annotate(
                has_funds=Exists(City.funds.through.objects.filter(city=OuterRef("pk"))),
                has_videos=has_videos(City),
            )
            .prefetch_related(
                Prefetch("milestones", queryset=milestones.in_order()), "themes", "web_links"
            )
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        city, council = self.object, Council.current()
        # The apps of these stand above this one, so their models are reached through relations.
        events = city.events.model.objects
        agenda = events.city_agenda(city, limit=SHOWN_EVENTS, past=SHOWN_PAST_EVENTS)
        newsletters = city.groups.published().newsletters().newest_first()
        milestones = list(city.milestones.all())
        themes = list(city.themes.all())
        web_links = list(city.web_links.all())
        context = {
            "agenda": agenda,
            "anniversaries": upcoming_anniversaries([city], milestones, timezone.localdate()),
            "atlas": city_map([city], council),
            "council": council,
            "funds": city.funds.model.objects.open_for(city) if city.has_funds else [],
            "groups": city.groups.model.objects.of_city(city),
            "linked_data": city_data(city, web_links),
            "milestones": milestones,
            "newsletters": newsletters[:SHOWN_NEWSLETTERS].as_cards(),
            "past": agenda.past,
            "references": references_in(city.body),
            "related_links": related_links(similar_cities(city, themes, SHOWN_SIMILAR_CITIES)),
            "breadcrumbs": [breadcrumb(_("Partner cities"), "cities:city-list")],
            "themes": themes,
            "distance_km": distance_from_home(city, council),
            "location_text": location_text(city, council),
            "clock_text": clock_text(city, council, timezone.now()) if council else "",
            "web_links": web_links,
            **shown_videos(city.videos if city.has_videos else None),
        }
        context["parts"] = jump_list(
            ("about", _("About the city"), city.body),
            ("videos", _("Videos"), context["videos"]),
            ("milestones", _("How the link grew"), context["milestones"]),
            ("events", _("Events to come"), context["agenda"]),
            ("groups", _("Groups"), context["groups"]),
            ("funds", _("Funding"), context["funds"]),
            ("newsletters", _("Newsletters"), context["newsletters"]),
            ("past", _("What has been"), context["past"]),
        )
        return super().get_context_data(**kwargs) | context


@require_safe
def fact_sheet(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Return the fact sheet as a PDF; officers may also print that of a draft."""
    cities = City.objects.visible_to(request.user).select_related("picture")
    city = get_object_or_404(cities, slug=slug)
    return pdf_response(request, fact_sheet_html(city), f"{city.slug}.pdf")
