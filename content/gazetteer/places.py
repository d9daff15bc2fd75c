"""Finds places by their names, and the nearest one to a point."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from geographiclib.geodesic import Geodesic

from content.gazetteer.building import KNOWN, folded

FILE = Path(settings.VAR_DIR, "gazetteer.sqlite3")
MAX_PLACES = 12
# Fewer letters begin too many names.
MIN_LETTERS = 3
# Most points have a place close by, which is found faster.
_DEGREES_AROUND = (0.1, 2.0)


class NoGazetteerError(Exception):
    """The file of places has not been made."""

    def __str__(self) -> str:
        return _(
            "Places cannot be looked up on this site until `manage.py build_gazetteer` has run. "
            "Coordinates can be pasted."
        )


@dataclass(frozen=True)
class Place:
    """A place of the gazetteer; coordinates in degrees (WGS 84).

    Attributes:
        key: its number at GeoNames.
        country: two letters, as in ISO 3166-1.
        region: the code of its first level of districts; letters in the United States.
        population: 0 if it is not known.
    """

    key: int
    name: str
    country: str
    region: str
    population: int
    time_zone: str
    latitude: float
    longitude: float

    def km_to(self, latitude: float, longitude: float) -> float:
        line = Geodesic.WGS84.Inverse(self.latitude, self.longitude, latitude, longitude)
        return float(line["s12"]) / 1000


def named(name: str, countries: frozenset[str] = frozenset(), region: str = "") -> list[Place]:
    """Return places of that name in any language, then those it begins; the biggest first.

    At most one more than `MAX_PLACES`.

    Args:
        countries: the only ones, unless empty.
        region: the only one, unless empty.

    Raises:
        NoGazetteerError: if its file has not been made.
    """
    words = folded(name)
    if not words:
        return []
    with _opened() as connection:
        found = _those(connection, "folded = ?", [words], countries, region)
        if len(words) >= MIN_LETTERS:
            # The last of all characters stands behind whatever follows.
            between = [f"{words} ", f"{words}\U0010ffff"]
            longer = _those(connection, "folded BETWEEN ? AND ?", between, countries, region)
            found = list(dict.fromkeys([*found, *longer]))
    return found[: MAX_PLACES + 1]


def with_key(key: int) -> Place | None:
    """Return the place with this number at GeoNames.

    Raises:
        NoGazetteerError: if its file has not been made.
    """
    with _opened() as connection:
        row = connection.execute("SELECT * FROM places WHERE key = ?", [key]).fetchone()
    return Place(*row) if row else None


def nearest(latitude: float, longitude: float) -> Place | None:
    """Return the nearest place within about 200 km, or None.

    Raises:
        NoGazetteerError: if its file has not been made.
    """
    return _nearest(latitude, longitude, "TRUE", "")


def known_neighbour(place: Place) -> Place | None:
    """Return the nearest big town of its country, or None if it is one itself or far off."""
    if place.population >= KNOWN:
        return None
    is_big = f"population >= {KNOWN} AND country = :country"
    return _nearest(place.latitude, place.longitude, is_big, place.country)


def _nearest(latitude: float, longitude: float, condition: str, country: str) -> Place | None:
    east_west = "min(abs(longitude - :east), 360 - abs(longitude - :east)) * :narrowing"
    sql = f"""
        SELECT *, (latitude - :north) * (latitude - :north) + {east_west} * {east_west} AS square
        FROM places
        WHERE latitude BETWEEN :north - :around AND :north + :around AND {condition}
        ORDER BY square LIMIT 1
    """  # noqa: S608 - nothing of it comes from outside
    values = {
        "north": latitude,
        "east": longitude,
        "narrowing": math.cos(math.radians(latitude)),
        "country": country,
    }
    with _opened() as connection:
        for around in _DEGREES_AROUND:
            row = connection.execute(sql, {**values, "around": around}).fetchone()
            if row and row[-1] <= around**2:
                return Place(*row[:-1])
    return None


def _those(
    connection: sqlite3.Connection,
    condition: str,
    values: list[str],
    countries: frozenset[str],
    region: str,
) -> list[Place]:
    marks = ", ".join("?" * len(countries))
    if countries:
        condition, values = f"{condition} AND country IN ({marks})", [*values, *countries]
    if region:
        condition, values = f"{condition} AND region = ?", [*values, region]
    sql = f"""
        SELECT DISTINCT places.* FROM names JOIN places ON key = place WHERE {condition}
        ORDER BY population DESC, key LIMIT ?
    """  # noqa: S608 - values go by marks
    return [Place(*row) for row in connection.execute(sql, [*values, MAX_PLACES + 1])]


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    """Open the file for reading alone; a new one takes its place under another node."""
    address = f"{FILE.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True)
    except sqlite3.OperationalError as error:
        raise NoGazetteerError from error
    with closing(connection):
        yield connection
