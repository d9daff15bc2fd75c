"""Cities as entries of a feed."""

from cities.models import CityQuerySet
from content.web.feeds import MAX_ENTRIES, Entry, entry, paragraphs, picture_file


def city_entries(cities: CityQuerySet) -> list[Entry]:
    """The cities that were published last: 1 query."""
    newest = cities.select_related("picture").last_published(MAX_ENTRIES)
    return [
        entry(
            city,
            str(city.name),
            (paragraphs(city.summary), city.body),
            summary=str(city.summary),
            files=picture_file(city.picture),
        )
        for city in newest
    ]
