"""Cities as entries of a feed."""

from cities.models import CityQuerySet
from content.web.feed_entries import MAX_ENTRIES, Entry, make_entry, paragraphs, picture_enclosures


def city_entries(cities: CityQuerySet) -> list[Entry]:
    """Return entries of the cities that were published last: 1 query."""
    newest = cities.select_related("picture").last_published(MAX_ENTRIES)
    return [
        make_entry(
            city,
            str(city.name),
            (paragraphs(city.summary), city.body),
            summary=str(city.summary),
            enclosures=picture_enclosures(city.picture),
        )
        for city in newest
    ]
