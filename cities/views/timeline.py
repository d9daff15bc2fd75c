"""The timeline of all cities."""

from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView

from cities.anniversaries import upcoming_anniversaries
from cities.filters import TimelineFilterForm
from cities.models import Milestone, MilestoneQuerySet
from cities.timeline import by_decade
from content.web.page_navigation import breadcrumb, jump_list
from content.web.public_views import FilteredByForm

MILESTONES_PER_PAGE = 150


class TimelineView(FilteredByForm, ListView):
    """The milestones of all cities by decade, narrowed by city and theme."""

    template_name = "cities/timeline.html"
    paginate_by = MILESTONES_PER_PAGE
    filter_routes = {"city": "cities:city-detail"}

    @cached_property
    def filter_form(self) -> TimelineFilterForm:
        return TimelineFilterForm(self.request.GET)

    def get_queryset(self) -> MilestoneQuerySet:
        milestones = Milestone.objects.published().select_related("city", "document", "kind")
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
            "anniversaries": upcoming_anniversaries(
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
