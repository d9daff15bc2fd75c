"""From rows of the database to the map: places, and how far away they are."""

from cities.atlas.geodesy import distance_km
from cities.models import City
from content.models import Council


def measure(cities: list[City], council: Council | None) -> None:
    """Note the distance from home as `distance_km` on every city; None if home is not known."""
    for city in cities:
        city.distance_km = distance_km(_degrees(council), _degrees(city)) if council else None


def atlas(cities: list[City], council: Council | None) -> None:
    return None


def _degrees(located: City | Council) -> tuple[float, float]:
    return float(located.longitude), float(located.latitude)
