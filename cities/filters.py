"""The filter of the timeline; its state is in the address."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cities.directory import public_cities
from cities.models import City, MilestoneQuerySet
from content.forms.filters import FilterForm, RowFilterField
from content.models import SharedRows, Theme
from content.text.sorting import sorted_by_name


class TimelineFilterForm(FilterForm):
    """Chooses a city and a theme by slug; both are optional. Building the form runs 1 query."""

    city = RowFilterField(label=_("City"), required=False)
    theme = RowFilterField(label=_("Theme"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        themes = Theme.objects.filter(cities__in=City.objects.published()).distinct()
        self.offer_rows("city", public_cities())
        self.offer_rows("theme", SharedRows(sorted_by_name(themes)))

    @property
    def cities_by_pk(self) -> dict[int, City]:
        """All published cities by primary key."""
        return {city.pk: city for city in self.rows_of("city").values()}

    def apply(self, milestones: MilestoneQuerySet) -> MilestoneQuerySet:
        """Keep the milestones of the chosen city and of cities with the chosen theme."""
        chosen = self.chosen_rows
        if "city" in chosen:
            milestones = milestones.filter(city=chosen["city"])
        if "theme" in chosen:
            milestones = milestones.filter(city__themes=chosen["theme"])
        return milestones
