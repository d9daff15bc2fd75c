"""Two equal-area projections from the globe to the plane.

As areas are true, one simplification of the coasts suits every map. Points of the plane are in
kilometres at the map's scale, x to the right and y up.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from cities.atlas.geometry.geodesy import (
    EARTH_RADIUS_KM,
    Degrees,
    DegreeWindow,
    angular_distance,
    enclosing_circle,
    wrap_longitude,
)

Point = tuple[float, float]

# Beyond this radius (degrees) round maps distort coasts too much to be recognised.
MAX_ROUND_MAP_RADIUS = 76
# A round map wider than this (degrees) is centred so that north stays up, and not in the true
# middle, which may lie near a pole.
MAX_TRUE_CENTRE_RADIUS = 25
MAX_CENTRE_LATITUDE = 45
# Meridians at which a world map may be cut: where little or no land is, first the usual one.
WORLD_CENTRES = (11, 150, -160, -90, -35, 60, 90)


@dataclass(frozen=True)
class RoundMap:
    """Lambert azimuthal equal-area around a centre: the globe seen from above one point.

    Source: J. P. Snyder, Map Projections: A Working Manual, USGS 1987, pages 182-190.
    """

    longitude: float
    latitude: float

    def project(self, point: Degrees) -> Point:
        """Project a point; the one opposite the centre lands on the rim."""
        offset = math.radians(point[0] - self.longitude)
        sine, cosine = math.sin(math.radians(point[1])), math.cos(math.radians(point[1]))
        centre_sine = math.sin(math.radians(self.latitude))
        centre_cosine = math.cos(math.radians(self.latitude))
        nearness = centre_sine * sine + centre_cosine * cosine * math.cos(offset)
        scale = EARTH_RADIUS_KM * math.sqrt(2 / max(1e-12, 1 + nearness))
        return (
            scale * cosine * math.sin(offset),
            scale * (centre_cosine * sine - centre_sine * cosine * math.cos(offset)),
        )

    @property
    def opposite(self) -> Degrees:
        """The place on the other side of the globe, which becomes the rim of the map."""
        return wrap_longitude(self.longitude + 180), -self.latitude

    def degree_window(self, corners: Iterable[Point]) -> DegreeWindow:
        """Return an area in degrees that contains all corners (points of the plane)."""
        farthest = max(math.hypot(*corner) for corner in corners)
        radius = 2 * math.degrees(math.asin(min(1, farthest / 2 / EARTH_RADIUS_KM)))
        south, north = self.latitude - radius, self.latitude + radius
        half_width = 180.0
        if south > -90 and north < 90:
            ratio = math.sin(math.radians(radius)) / math.cos(math.radians(self.latitude))
            if radius < 90 and ratio < 1:
                half_width = math.degrees(math.asin(ratio))
        return (
            self.longitude - half_width,
            max(-90, south),
            self.longitude + half_width,
            min(90, north),
        )


@dataclass(frozen=True)
class WorldMap:
    """Equal Earth around a central meridian.

    Source: Šavrič, Patterson and Jenny, The Equal Earth map projection, International Journal
    of Geographical Information Science 33 (2019), equations 1 to 9.
    """

    longitude: float
    latitude: float = 0

    def project(self, point: Degrees) -> Point:
        """Project a point; longitudes beyond the edge continue to the side."""
        offset = math.radians(point[0] - self.longitude)
        theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(point[1])))
        square = theta * theta
        sixth = square**3
        slope = 1.340264 - 0.243318 * square + sixth * (0.006251 + 0.034164 * square)
        rise = 1.340264 - 0.081106 * square + sixth * (0.000893 + 0.003796 * square)
        return (
            EARTH_RADIUS_KM * 2 * math.sqrt(3) / 3 * offset * math.cos(theta) / slope,
            EARTH_RADIUS_KM * theta * rise,
        )

    def degree_window(self, corners: Iterable[Point]) -> DegreeWindow:
        """Return the whole globe, which a world map always shows."""
        return (self.longitude - 180, -90, self.longitude + 180, 90)


Projection = RoundMap | WorldMap


def choose_projection(points: list[Degrees], lines: list[list[Degrees]]) -> Projection:
    """Return a round map for places on one side of the globe, else a map of the world.

    Args:
        points: where the places are.
        lines: the arcs between them, which a world map should not cut in two.
    """
    centre, radius = enclosing_circle(points)
    if radius > MAX_TRUE_CENTRE_RADIUS:
        centre = _upright_centre(points)
        shown = [*points, *(point for line in lines for point in line)]
        radius = max(angular_distance(centre, point) for point in shown)
    if radius <= MAX_ROUND_MAP_RADIUS:
        return RoundMap(*centre)
    ranked = [(_cuts(lines, candidate), rank) for rank, candidate in enumerate(WORLD_CENTRES)]
    return WorldMap(WORLD_CENTRES[min(ranked)[1]])


def _upright_centre(points: list[Degrees]) -> Degrees:
    """Return a centre half way between west and east, and not far north or south.

    The true middle of distant places often lies near a pole, where known coasts appear tilted.
    """
    longitudes = sorted({point[0] % 360 for point in points})
    turned = [*longitudes[1:], longitudes[0] + 360]
    gap, start = max(
        (after - before, after) for before, after in zip(longitudes, turned, strict=True)
    )
    latitudes = [point[1] for point in points]
    latitude = (min(latitudes) + max(latitudes)) / 2
    limit = MAX_CENTRE_LATITUDE
    return wrap_longitude(start + (360 - gap) / 2), max(-limit, min(limit, latitude))


def _cuts(lines: list[list[Degrees]], centre: float) -> int:
    """Return how many lines cross the edge of a world map with this central meridian."""
    return sum(
        any(
            abs(wrap_longitude(one[0], centre) - wrap_longitude(two[0], centre)) > 180
            for one, two in zip(line, line[1:], strict=False)
        )
        for line in lines
    )
