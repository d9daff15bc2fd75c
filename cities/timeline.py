"""Milestones grouped by decade, and the form that narrows them by city and theme."""

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
    """Ten years of the timeline. `start` is the first of them, such as 1940."""

    start: int
    milestones: list[Milestone]
    is_after_gap: bool  # a decade or more without milestones lies before it

    @property
    def title(self) -> str:
        """The name of the decade."""
        # Translators: a decade, such as the 1940s
        return gettext("%(year)ss") % {"year": self.start}


def by_decade(milestones: Iterable[Milestone]) -> list[Decade]:
    """Group milestones, which are in order, by decade."""
    decades: list[Decade] = []
    for start, group in groupby(milestones, key=lambda milestone: milestone.year // 10 * 10):
        gap = bool(decades) and start - decades[-1].start > 10
        decades.append(Decade(start, list(group), gap))
    return decades


class TimelineFilterForm(FilterForm):
    """Chooses a city and a theme by slug; both are optional. Building the form runs 2 queries."""

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
        """All published cities by primary key."""
        return {city.pk: city for city in self.rows["city"].values()}

    def apply(self, milestones: MilestoneQuerySet) -> MilestoneQuerySet:
        """Keep the milestones of the chosen city and of cities with the chosen theme."""
        chosen = self.chosen_rows
        if "city" in chosen:
            milestones = milestones.filter(city=chosen["city"])
        if "theme" in chosen:
            milestones = milestones.filter(city__themes=chosen["theme"])
        return milestones
