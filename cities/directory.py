"""All public cities with their distances, and their anniversaries.

Requests share these rows for one version of the site: do not change them.
"""

from collections.abc import Iterable
from datetime import date

from cities.anniversaries import Anniversary, upcoming_anniversaries
from cities.maps import set_distances
from cities.models import City, Milestone
from content.models import Council, DatedRows, SharedRows, Theme
from content.models.remembering.remembered import remembered


def public_cities() -> SharedRows[City]:
    """Return the public cities, in order, as their cards show them."""
    return _dated_cities().public()


def similar_cities(city: City, themes: Iterable[Theme], limit: int) -> list[City]:
    """Return other public cities that have one of these themes, at most `limit`."""
    keys = _keys_of_cities_with(tuple(themes))
    return [other for other in public_cities() if other.pk in keys and other != city][:limit]


def public_anniversaries(today: date) -> list[Anniversary]:
    """Return the anniversaries of public cities in the next 18 months, the nearest first."""
    return [one for one in _dated_anniversaries(today) if one.city.is_published]


@remembered
def _dated_cities() -> DatedRows[City]:
    cities = City.objects.dated().for_cards().in_order()
    set_distances(cities, Council.current())
    return DatedRows(cities)


@remembered
def _keys_of_cities_with(themes: tuple[Theme, ...]) -> set[int]:
    links = City.themes.through._default_manager.filter(theme__in=themes)
    return set(links.values_list("city", flat=True))


@remembered
def _dated_anniversaries(today: date) -> list[Anniversary]:
    return upcoming_anniversaries(_dated_cities().rows, Milestone.objects.beginnings(), today)
