"""All milestones as one line through the years, narrowed by city and theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cities.models import City, Milestone, MilestoneQuerySet
from content.forms.filters import FilterForm, RowSelect
from content.models import Theme
from content.text.sorting import sorted_by_name


@dataclass(frozen=True)
class Decade:
    """Ten years of the line. `start` is the first of them, such as 1940."""

    start: int
    milestones: list[Milestone]
    is_after_gap: bool  # whether a decade or more without any milestone lies before it

    @property
    def title(self) -> str:
        """How the decade is called."""
        # Translators: a decade, such as the 1940s
        return gettext("%(year)ss") % {"year": self.start}


def by_decade(milestones: Iterable[Milestone]) -> list[Decade]:
    """Group milestones that are in order."""
    decades: list[Decade] = []
    for start, group in groupby(milestones, key=lambda step: step.year // 10 * 10):
        gap = bool(decades) and start - decades[-1].start > 10
        decades.append(Decade(start, list(group), gap))
    return decades


class TimelineFilterForm(FilterForm):
    """City and theme, by their slugs. It takes 2 queries."""

    city = forms.ChoiceField(label=_("City"), required=False, widget=RowSelect)
    theme = forms.ChoiceField(label=_("Theme"), required=False, widget=RowSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cities = City.objects.published().for_cards()
        themes = Theme.objects.filter(cities__in=City.objects.published()).distinct()
        self.offer_rows("city", sorted_by_name(cities))
        self.offer_rows("theme", sorted_by_name(themes))

    @property
    def cities_by_pk(self) -> dict[int, City]:
        """All public cities."""
        return {city.pk: city for city in self.rows["city"].values()}

    def apply(self, milestones: MilestoneQuerySet) -> MilestoneQuerySet:
        """Keep the milestones of the chosen city and of cities with the chosen theme."""
        chosen = self.chosen_rows
        if "city" in chosen:
            milestones = milestones.filter(city=chosen["city"])
        if "theme" in chosen:
            milestones = milestones.filter(city__themes=chosen["theme"])
        return milestones
