"""The land of one picture: the world's coasts clipped, projected and written as an SVG path."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cities.atlas.geometry.clipping import clip_polygon
from cities.atlas.geometry.frames import Frame
from cities.atlas.geometry.geodesy import EARTH_RADIUS_KM, Degrees, DegreeWindow
from cities.atlas.geometry.projections import Point, RoundMap, WorldMap
from cities.atlas.geometry.svg_paths import closed_path
from cities.atlas.land.coast_data import TIERS_KM2, Ring, rings

Outlines = Iterator[list[Point]]

# Coasts go on this far (pixels) beyond the picture, so that no cut edge is seen.
BLEED = 4
# The cut edges of land follow meridians and parallels, which may be curved in the picture.
MAX_STEP_DEGREES = 6
MAX_STEP_KM = 1500
MAX_DEPTH = 9


@lru_cache(maxsize=128)
def land_path(frame: Frame, max_points: int) -> str:
    """Return all land in the frame as the attribute `d` of a path filled by the even-odd rule.

    The coast is drawn as finely as can be seen at this scale with at most `max_points` points.
    Cached, as it is the same in every language.
    """
    return "".join(map(closed_path, land_outlines(frame, max_points)))


def land_outlines(frame: Frame, max_points: int) -> list[list[Point]]:
    """Return all land in the frame as closed lines of pixels."""
    return _shapes(frame, _tier(frame, max_points))


def _tier(frame: Frame, max_points: int) -> int:
    """Return the finest visible tier that has at most `max_points` points in the frame."""
    visible = 1.5 * frame.km_per_px**2
    finest = sum(area <= visible for area in TIERS_KM2[1:])
    west, south, east, north = frame.degree_window()
    counts = [0] * (len(TIERS_KM2) + 1)
    for ring in rings():
        for shift in _shifts(ring, (west, south, east, north)):
            for (longitude, latitude), tier in zip(ring.points, ring.tiers, strict=True):
                if (
                    tier >= finest
                    and south <= latitude <= north
                    and west <= longitude + shift <= east
                ):
                    x, y = frame.plane_to_pixel(
                        frame.projection.project((longitude + shift, latitude))
                    )
                    counts[tier] += 0 <= x <= frame.width and 0 <= y <= frame.height
    for tier in range(finest, len(TIERS_KM2)):
        if sum(counts[tier:]) <= max_points:
            return tier
    return len(TIERS_KM2) - 1


def _shapes(frame: Frame, tier: int) -> list[list[Point]]:
    picture = (-BLEED, -BLEED, frame.width + BLEED, frame.height + BLEED)
    shapes, degree_window = [], frame.degree_window()
    for ring in rings():
        shifts = _shifts(ring, degree_window)
        for outline in _outlines(frame.projection, ring.at_tier(tier), shifts) if shifts else []:
            shapes.append(
                _rounded(clip_polygon([frame.plane_to_pixel(spot) for spot in outline], picture))
            )
    return [shape for shape in shapes if len(shape) > 2]


def _outlines(
    projection: RoundMap | WorldMap, points: list[Degrees], shifts: list[int]
) -> Outlines:
    if isinstance(projection, RoundMap):
        return _round(projection, points, shifts)
    return _unrolled(projection, points, shifts)


def _unrolled(projection: WorldMap, points: list[Degrees], shifts: list[int]) -> Outlines:
    """Yield the parts of a ring that a world map shows, cut at its edges."""
    globe = projection.degree_window(())
    for shift in shifts:
        piece = clip_polygon([(x + shift, y) for x, y in points], globe)
        yield [projection.project(point) for point in _densified(piece)]


def _round(projection: RoundMap, points: list[Degrees], shifts: list[int]) -> Outlines:
    """Yield a ring on a round map, which stretches the point opposite the centre to its rim."""
    outline: list[Point] = []
    for one, two in pairwise([*points, *points[:1]]):
        outline += _curved(projection, one, two)
    yield outline
    if _encloses(points, projection.opposite):
        # What is inside the outline on the globe is outside it in the plane, up to the rim.
        far = 3 * EARTH_RADIUS_KM
        yield [(-far, -far), (far, -far), (far, far), (-far, far)]


def _curved(projection: RoundMap, one: Degrees, two: Degrees, depth: int = 0) -> list[Point]:
    """Return a piece of coast from `one` up to `two` with as many points as its curve needs."""
    start, end = projection.project(one), projection.project(two)
    if depth == MAX_DEPTH or math.dist(start, end) < MAX_STEP_KM:
        return [start]
    half = ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
    first = _curved(projection, one, half, depth + 1)
    return first + _curved(projection, half, two, depth + 1)


def _encloses(points: list[Degrees], place: Degrees) -> bool:
    """Return whether a ring encloses a place, by counting the coasts north of it."""
    inside = False
    for one, two in pairwise([*points, *points[:1]]):
        for shift in (-360, 0, 360):
            longitude = place[0] + shift
            if (one[0] > longitude) != (two[0] > longitude):
                share = (longitude - one[0]) / (two[0] - one[0])
                inside ^= one[1] + share * (two[1] - one[1]) > place[1]
    return inside


def _shifts(ring: Ring, window: DegreeWindow) -> list[int]:
    """Return by how many degrees a ring is shifted round the globe to come into the window."""
    west, south, east, north = window
    if ring.north < south or ring.south > north:
        return []
    return [
        shift
        for shift in (-720, -360, 0, 360, 720)
        if ring.west + shift < east and ring.east + shift > west
    ]


def _densified(points: list[Degrees]) -> list[Degrees]:
    """Return the same closed line with points added on its long straight parts."""
    dense: list[Degrees] = []
    for one, two in pairwise([*points, *points[:1]]):
        count = int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) / MAX_STEP_DEGREES) + 1
        dense += [
            (one[0] + (two[0] - one[0]) * index / count, one[1] + (two[1] - one[1]) * index / count)
            for index in range(count)
        ]
    return dense


def _rounded(points: list[Point]) -> list[Point]:
    """Return the points in whole pixels, without repetition."""
    whole: list[Point] = [(round(x), round(y)) for x, y in points]
    return [*whole[:1], *(point for before, point in pairwise(whole) if point != before)]
