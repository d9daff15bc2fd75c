"""All public cities with their distances, and their anniversaries.

Requests share these rows for one version of the site: do not change them.
"""

from datetime import date

from cities.anniversaries import Anniversary, upcoming_anniversaries
from cities.maps import set_distances
from cities.models import City, Milestone
from content.models import Council, published_now
from content.models.remembered import remembered


def public_cities() -> list[City]:
    """Return the public cities, in order, as their cards show them."""
    return published_now(_dated_cities())


def public_anniversaries(today: date) -> list[Anniversary]:
    """Return the anniversaries of public cities in the next 18 months, the nearest first."""
    public = set(public_cities())
    return [one for one in _dated_anniversaries(today) if one.city in public]


@remembered
def _dated_cities() -> list[City]:
    cities = City.objects.dated().for_cards().in_order()
    set_distances(cities, Council.current())
    return cities


@remembered
def _dated_anniversaries(today: date) -> list[Anniversary]:
    return upcoming_anniversaries(_dated_cities(), Milestone.objects.beginnings(), today)
