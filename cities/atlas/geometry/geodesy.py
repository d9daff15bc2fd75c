"""Distances and shortest lines on the globe."""

import math
from collections.abc import Iterable

from geographiclib.geodesic import Geodesic

Degrees = tuple[float, float]  # longitude, latitude
DegreeWindow = tuple[float, float, float, float]  # west, south, east, north

EARTH_RADIUS_KM = 6371.0


def distance_km(start: Degrees, end: Degrees) -> float:
    """Return the length of the shortest way along the earth's surface (WGS 84) in kilometres."""
    return _inverse(start, end)["s12"] / 1000


def great_circle(start: Degrees, end: Degrees, step_km: float = 100) -> list[Degrees]:
    """Return points along the shortest way, both ends included, at most `step_km` apart."""
    line = Geodesic.WGS84.InverseLine(start[1], start[0], end[1], end[0])
    count = max(1, math.ceil(line.s13 / 1000 / step_km))
    points = [line.Position(line.s13 * index / count) for index in range(1, count)]
    return [start, *((point["lon2"], point["lat2"]) for point in points), end]


def wrap_longitude(longitude: float, centre: float = 0) -> float:
    """Return the same meridian as a number at most 180 degrees from `centre`."""
    return centre + (longitude - centre + 180) % 360 - 180


def unwrap_longitudes(points: Iterable[Degrees]) -> list[Degrees]:
    """Return the same line without jumps: longitudes may go on beyond 180 degrees."""
    line: list[Degrees] = []
    for longitude, latitude in points:
        line.append((wrap_longitude(longitude, line[-1][0]) if line else longitude, latitude))
    return line


def split_at_meridian(points: Iterable[Degrees], centre: float) -> list[list[Degrees]]:
    """Cut a line where a map centred on the meridian `centre` ends, half way round the globe.

    Returns:
        The pieces in order; each lies within 180 degrees of `centre`, and pieces that touch the
        edge end exactly on it.
    """
    pieces: list[list[Degrees]] = [[]]
    previous = None
    for longitude, latitude in unwrap_longitudes(points):
        revolution = math.floor((longitude - centre + 180) / 360)
        if previous and previous[2] != revolution:
            edge = centre - 180 + 360 * max(revolution, previous[2])
            share = (edge - previous[0]) / (longitude - previous[0])
            height = previous[1] + share * (latitude - previous[1])
            pieces[-1].append((edge - 360 * previous[2], height))
            pieces.append([(edge - 360 * revolution, height)])
        pieces[-1].append((longitude - 360 * revolution, latitude))
        previous = (longitude, latitude, revolution)
    return [piece for piece in pieces if len(piece) > 1]


def enclosing_circle(points: list[Degrees]) -> tuple[Degrees, float]:
    """Return centre and radius, in degrees, of the smallest circle that contains all points.

    This is an approximation that moves towards the farthest point in ever smaller steps (Bădoiu and
    Clarkson, 2003), good to about a degree.
    """
    vectors = [_vector(point) for point in points]
    centre = _unit([sum(parts) for parts in zip(*vectors, strict=True)]) or vectors[0]
    for step in range(1, 100):
        farthest = min(vectors, key=lambda vector: _dot(vector, centre))
        nearer = [c + (f - c) / (step + 1) for c, f in zip(centre, farthest, strict=True)]
        centre = _unit(nearer) or centre
    longitude = math.degrees(math.atan2(centre[1], centre[0]))
    latitude = math.degrees(math.asin(max(-1, min(1, centre[2]))))
    middle = (longitude, latitude)
    return middle, max(angular_distance(middle, point) for point in points)


def angular_distance(one: Degrees, other: Degrees) -> float:
    """Return how far apart two places are, seen from the centre of the earth, in degrees."""
    cosine = _dot(_vector(one), _vector(other))
    return math.degrees(math.acos(max(-1, min(1, cosine))))


def _inverse(start: Degrees, end: Degrees) -> dict[str, float]:
    return Geodesic.WGS84.Inverse(start[1], start[0], end[1], end[0])


def _vector(point: Degrees) -> list[float]:
    longitude, latitude = math.radians(point[0]), math.radians(point[1])
    return [
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    ]


def _dot(one: list[float], other: list[float]) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def _unit(vector: list[float]) -> list[float] | None:
    """Return the direction of a vector, or None for one without (as of two opposite points)."""
    length = math.hypot(*vector)
    return [part / length for part in vector] if length > 1e-9 else None
