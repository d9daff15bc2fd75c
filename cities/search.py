"""Cities and their milestones for the search."""

from collections.abc import Iterator

from django.db.models import QuerySet
from i18nfield.strings import LazyI18nString

from cities.models import City, Milestone
from content.search.sources import SearchSource


class CitySearchSource(SearchSource):
    kind = "city"
    model = City
    parts = {Milestone: "city"}

    def rows(self) -> QuerySet[City]:
        return super().rows().prefetch_related("milestones")

    def texts(self, city: City) -> Iterator[LazyI18nString | str]:
        yield from [city.summary, city.body, city.country.name, city.status_reason]
        for milestone in city.milestones.all():
            yield from [milestone.date_text, milestone.title, milestone.text]
