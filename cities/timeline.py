"""All milestones as one line through the years, narrowed by city and theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cities.models import City, Milestone, MilestoneQuerySet
from content.forms.filters import RowSelect
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


class TimelineFilterForm(forms.Form):
    """City and theme by their slugs; each may be left out. Building it takes 2 queries."""

    city = forms.ChoiceField(label=_("City"), required=False, widget=RowSelect)
    theme = forms.ChoiceField(label=_("Theme"), required=False, widget=RowSelect)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        cities = City.objects.published().for_cards()
        themes = Theme.objects.filter(cities__in=City.objects.published()).distinct()
        self.rows = {
            "city": {row.slug: row for row in sorted_by_name(cities)},
            "theme": {row.slug: row for row in sorted_by_name(themes)},
        }
        for name, rows in self.rows.items():
            self.fields[name].choices = [
                ("", _("all")),
                *((slug, row.name) for slug, row in rows.items()),
            ]

    @property
    def cities_by_pk(self) -> dict[int, City]:
        """All public cities."""
        return {city.pk: city for city in self.rows["city"].values()}

    @property
    def chosen(self) -> dict[str, City | Theme]:
        """What was chosen, by the name of its field; what does not exist counts as nothing."""
        self.is_valid()
        return {
            name: rows[self.cleaned_data[name]]
            for name, rows in self.rows.items()
            if self.cleaned_data.get(name)
        }

    def apply(self, milestones: MilestoneQuerySet) -> MilestoneQuerySet:
        """Keep the milestones of the chosen city and of cities with the chosen theme."""
        chosen = self.chosen
        if "city" in chosen:
            milestones = milestones.filter(city=chosen["city"])
        if "theme" in chosen:
            milestones = milestones.filter(city__themes=chosen["theme"])
        return milestones

    def tags(self, path: str) -> list[dict[str, object]]:
        """A link for each choice that takes it away: label and url."""
        chosen = self.chosen
        tags = []
        for name, row in chosen.items():
            rest = urlencode({other: chosen[other].slug for other in chosen if other != name})
            tags.append({"label": row.name, "url": f"{path}?{rest}" if rest else path})
        return tags
