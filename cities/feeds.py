"""Cities as entries of a feed."""

from django.utils.html import format_html

from cities.models import CityQuerySet
from content.feeds import MOST_ENTRIES, Entry, entry, feed_text, paragraphs, picture_file
from content.rich_text import pictures_in


def city_entries(cities: CityQuerySet) -> list[Entry]:
    """The cities that were published last: 2 queries."""
    newest = cities.select_related("picture").order_by("-published_at", "-pk")[:MOST_ENTRIES]
    pictures = pictures_in(*(city.body for city in newest))
    return [
        entry(
            city,
            str(city.name),
            format_html("{}\n{}", paragraphs(city.summary), feed_text(city.body, pictures)),
            summary=str(city.summary),
            files=picture_file(city.picture),
        )
        for city in newest
    ]
