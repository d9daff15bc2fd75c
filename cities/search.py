"""Cities and their milestones for the search."""

from collections.abc import Iterator

from django.db.models import QuerySet
from i18nfield.strings import LazyI18nString

from cities.models import City, Milestone
from content.search.sources import SearchSource, theme_names


class CitySearchSource(SearchSource[City]):
    kind = "city"
    model = City
    name_field = "name"
    parts = {Milestone: "city"}

    def rows(self) -> QuerySet[City]:
        return super().rows().prefetch_related("milestones", "themes")

    def texts(self, row: City) -> Iterator[LazyI18nString | str]:
        yield from [row.summary, row.body, row.country.name, row.status_reason]
        for milestone in row.milestones.all():
            yield from [milestone.date_text, milestone.title, milestone.text]
        yield from theme_names(row)
