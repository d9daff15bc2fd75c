"""The map of cities, their distances from home and the clocks there."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cities.atlas import (
    HOME_KIND,
    Degrees,
    DrawnMap,
    Place,
    distance_km,
    draw_map,
)
from cities.models import City
from content.models import Council, SharedRows
from content.models.remembering.remembered import remembered
from content.text.dates import hours
from content.text.distances import long_distance
from content.text.languages import foreign_language, sentence


def set_distances(cities: list[City], council: Council | None) -> None:
    """Set `distance_km` from home on every city; None if there is no council yet."""
    for city in cities:
        city.distance_km = distance_km(_degrees(council), _degrees(city)) if council else None


def city_map(cities: Sequence[City], council: Council | None) -> DrawnMap | None:
    """Return the map of these cities and home, or None if there is nothing to show."""
    if not council or not cities:
        return None
    return _drawn(council, cities if isinstance(cities, SharedRows) else tuple(cities))


@remembered
def _drawn(council: Council, cities: Sequence[City]) -> DrawnMap:
    home = Place(
        HOME_KIND,
        str(council.home_city_name),
        latitude=float(council.latitude),
        longitude=float(council.longitude),
        name_language=foreign_language(council.home_city_name),
        in_miles=council.uses_miles,
    )
    return draw_map(home, [_place(city) for city in cities])


@remembered
def distance_from_home(city: City, council: Council | None) -> float | None:
    """Return how many kilometres away a city is; None if there is no council yet."""
    return distance_km(_degrees(council), _degrees(city)) if council else None


@remembered
def location_text(city: City, council: Council | None) -> SafeString:
    """Return a sentence: how far away a city is."""
    if not council:
        return SafeString("")
    km = distance_km(_degrees(council), _degrees(city))
    return sentence(
        _("%(city)s is %(distance)s from %(home)s."),
        {
            "city": city.name,
            "distance": long_distance(km, in_miles=council.uses_miles),
            "home": council.home_city_name,
        },
    )


def clock_text(city: City, council: Council, now: datetime) -> SafeString:
    """Return by how much the clocks in a city differ from those at home; no minute of now.

    It holds until clocks are changed in one of the two, so that a page can be kept.
    """
    there = now.astimezone(ZoneInfo(city.time_zone)).utcoffset() or timedelta()
    here = now.astimezone(ZoneInfo(council.time_zone)).utcoffset() or timedelta()
    if there == here:
        return sentence(_("as in %(home)s"), {"home": council.home_city_name})
    words = _("%(hours)s ahead of %(home)s") if there > here else _("%(hours)s behind %(home)s")
    return sentence(words, {"hours": hours(abs(there - here)), "home": council.home_city_name})


def _place(city: City) -> Place:
    longitude, latitude = _degrees(city)
    return Place(
        key=city.slug,
        name=str(city.name),
        latitude=latitude,
        longitude=longitude,
        kind=city.kind.slug,
        kind_words=str(city.kind),
        kind_language=foreign_language(city.kind.label),
        shape=city.kind.shape,
        status=city.status,
        status_words=str(city.get_status_display()),
        country=str(city.country.name),
        since=str(city.since_text),
        url=city.get_absolute_url(),
        name_language=foreign_language(city.name),
        since_language=foreign_language(city.since_text),
    )


def _degrees(located: City | Council) -> Degrees:
    return float(located.longitude), float(located.latitude)
