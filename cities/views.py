"""The list of partner cities, the page and the fact sheet of one, and the timeline."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from cities.anniversaries import coming_anniversaries
from cities.fact_sheet import fact_sheet_html
from cities.linked_data import city_data
from cities.maps import city_map, location_text, set_distances
from cities.models import City, Milestone, MilestoneQuerySet
from cities.timeline import TimelineFilterForm, by_decade
from content.models import Council, PublishableQuerySet
from content.pdf.jobs import pdf_response
from content.text.dates import clock_time
from content.text.sorting import sorted_by_name
from content.web.access import may_change
from content.web.page_parts import breadcrumb, jump_list, related_links
from content.web.public_views import FilteredByForm, PublicDetailView, PublicListView
from content.web.rich_text import pictures_in

CITIES_PER_PAGE = 24
MILESTONES_PER_PAGE = 150
# How many of each kind a city's page shows.
SHOWN_EVENTS, SHOWN_PAST_EVENTS, SHOWN_NEWSLETTERS, SHOWN_SIMILAR_CITIES = 6, 4, 6, 3


class CityListView(PublicListView):
    template_name = "cities/city_list.html"
    context_object_name = "cities"
    paginate_by = CITIES_PER_PAGE

    def get_queryset(self) -> list[City]:
        cities = City.objects.published().for_cards().in_order()
        set_distances(cities, Council.current())
        return cities

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "atlas": city_map(self.object_list, Council.current()),
        }


class CityDetailView(PublicDetailView):
    model = City
    template_name = "cities/city_detail.html"

    def get_queryset(self) -> PublishableQuerySet:
        return super().get_queryset().select_related("picture")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        city, council = self.object, Council.current()
        set_distances([city], council)
        # Events are a floor above; the relation knows their model.
        events = city.events.model.objects.published().of_city(city)
        groups = city.groups.published()
        newsletters = groups.newsletters().published().for_cards()
        milestones = list(
            city.milestones.select_related("document").defer("document__text").in_order()
        )
        similar_cities = City.objects.published().sharing_themes_with(city).only("name", "slug")
        web_links = list(city.web_links.all())
        context = {
            "agenda": events.agenda(limit=SHOWN_EVENTS),
            "anniversaries": coming_anniversaries([city], milestones, timezone.localdate()),
            "atlas": city_map([city], council),
            "groups": sorted_by_name(groups.for_cards()),
            "linked_data": city_data(city, web_links),
            "milestones": milestones,
            "newsletters": list(newsletters.newest_first()[:SHOWN_NEWSLETTERS]),
            "past": events.past()[:SHOWN_PAST_EVENTS].last_occurrences(),
            "pictures": pictures_in(city.body),
            "related_links": related_links(similar_cities[:SHOWN_SIMILAR_CITIES]),
            "breadcrumbs": [breadcrumb(_("Partner cities"), "cities:city-list")],
            "themes": list(city.themes.all()),
            "where": location_text(city, council, timezone.now()),
            "time_there": clock_time(timezone.now().astimezone(ZoneInfo(city.time_zone))),
            "web_links": web_links,
        }
        context["parts"] = jump_list(
            ("about", _("About the city"), city.body),
            ("milestones", _("How the link grew"), context["milestones"]),
            ("events", _("Events to come"), context["agenda"]),
            ("groups", _("Groups"), context["groups"]),
            ("newsletters", _("Newsletters"), context["newsletters"]),
            ("past", _("What has been"), context["past"]),
        )
        return super().get_context_data(**kwargs) | context


@require_safe
def fact_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The city on paper; officers may print a draft to look at it."""
    cities = City.objects.select_related("picture")
    if not may_change(request.user, City):
        cities = cities.published()
    city = get_object_or_404(cities, slug=slug)
    return pdf_response(request, fact_sheet_html(city), f"{city.slug}.pdf")


class TimelineView(FilteredByForm, ListView):
    """What happened between the cities, from the first contact on."""

    template_name = "cities/timeline.html"
    paginate_by = MILESTONES_PER_PAGE
    filter_routes = {"city": "cities:city-detail"}

    @cached_property
    def filter_form(self) -> TimelineFilterForm:
        return TimelineFilterForm(self.request.GET)

    def get_queryset(self) -> MilestoneQuerySet:
        milestones = Milestone.objects.published().select_related("city", "document")
        return self.filter_form.apply(milestones.defer("city__body")).in_order()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form, milestones = self.filter_form, list(context["object_list"])
        chosen, decades = form.chosen_rows, by_decade(milestones)
        cities = (
            {milestone.city_id: milestone.city for milestone in milestones}
            if chosen
            else form.cities_by_pk
        )
        beginnings = Milestone.objects.published().beginnings()
        return context | {
            "anniversaries": coming_anniversaries(
                cities.values(), beginnings, timezone.localdate()
            ),
            "chosen": form.removal_links(self.request.path),
            "chosen_names": [str(row.name) for row in chosen.values()],
            "decades": decades,
            "filter_form": form,
            "parts": jump_list(
                *((f"y{decade.start}", decade.title, decade.milestones) for decade in decades)
            ),
            "reset_url": self.request.path,
            "breadcrumbs": [breadcrumb(_("Partner cities"), "cities:city-list")],
        }
