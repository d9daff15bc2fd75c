"""The land of one map: the world's coasts cut, projected and written as an SVG path."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from cities.atlas.clipping import cut
from cities.atlas.coasts import TIERS_KM2, Ring, rings
from cities.atlas.framing import Frame
from cities.atlas.geodesy import EARTH_RADIUS_KM, Degrees
from cities.atlas.projection import Point, RoundMap, WorldMap

Outlines = Iterator[list[Point]]

# Coasts go on this far (pixels) beyond the picture, so that no cut edge is seen.
BLEED = 4
# The cut edges of land follow meridians and parallels, which may be curved in the picture.
MAX_STEP_DEGREES = 6
MAX_STEP_KM = 1500
MAX_DEPTH = 9


@lru_cache(maxsize=128)
def land_path(frame: Frame, max_points: int) -> str:
    """All land in the frame, for the attribute `d` of a path filled by the even-odd rule.

    The coast is drawn as finely as its scale allows and `max_points` pays for. Remembered,
    as it is the same in every language and whatever the cities are called.
    """
    return "".join(map(_path, land_outlines(frame, max_points)))


def land_outlines(frame: Frame, max_points: int) -> list[list[Point]]:
    """The same as closed lines of pixels."""
    return _shapes(frame, _tier(frame, max_points))


def _tier(frame: Frame, max_points: int) -> int:
    """The finest tier that can be seen and whose points are not too many."""
    visible = 1.5 * frame.km_per_px**2
    finest = sum(area <= visible for area in TIERS_KM2[1:])
    west, south, east, north = frame.reach()
    counts = [0] * (len(TIERS_KM2) + 1)
    for ring in rings():
        for turn in _turns(ring, (west, south, east, north)):
            for (longitude, latitude), tier in zip(ring.points, ring.tiers, strict=True):
                if (
                    tier >= finest
                    and south <= latitude <= north
                    and west <= longitude + turn <= east
                ):
                    x, y = frame.to_pixels(frame.projection.project((longitude + turn, latitude)))
                    counts[tier] += 0 <= x <= frame.width and 0 <= y <= frame.height
    for tier in range(finest, len(TIERS_KM2)):
        if sum(counts[tier:]) <= max_points:
            return tier
    return len(TIERS_KM2) - 1


def _shapes(frame: Frame, tier: int) -> list[list[Point]]:
    picture = (-BLEED, -BLEED, frame.width + BLEED, frame.height + BLEED)
    outlines = _round if isinstance(frame.projection, RoundMap) else _unrolled
    shapes, reach = [], frame.reach()
    for ring in rings():
        turns = _turns(ring, reach)
        for outline in outlines(frame.projection, ring.at_tier(tier), turns) if turns else []:
            shapes.append(_rounded(cut([frame.to_pixels(spot) for spot in outline], picture)))
    return [shape for shape in shapes if len(shape) > 2]


def _unrolled(projection: WorldMap, points: list[Degrees], turns: list[int]) -> Outlines:
    """The parts of a ring that a world map shows, cut at its edges."""
    globe = projection.reach(())
    for turn in turns:
        piece = cut([(x + turn, y) for x, y in points], globe)
        yield [projection.project(point) for point in _densified(piece)]


def _round(projection: RoundMap, points: list[Degrees], turns: list[int]) -> Outlines:
    """A ring on a round map, which is bent beyond measure at the point opposite the centre."""
    outline: list[Point] = []
    for one, two in pairwise([*points, *points[:1]]):
        outline += _bent(projection, one, two)
    yield outline
    if _encloses(points, projection.opposite):
        # What the outline has inside on the globe is outside in the plane, up to the rim.
        far = 3 * EARTH_RADIUS_KM
        yield [(-far, -far), (far, -far), (far, far), (-far, far)]


def _bent(projection: RoundMap, one: Degrees, two: Degrees, depth: int = 0) -> list[Point]:
    """A piece of coast from `one` up to `two`, with as many points as its bend asks for."""
    start, end = projection.project(one), projection.project(two)
    if depth == MAX_DEPTH or math.dist(start, end) < MAX_STEP_KM:
        return [start]
    half = ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
    first = _bent(projection, one, half, depth + 1)
    return first + _bent(projection, half, two, depth + 1)


def _encloses(points: list[Degrees], place: Degrees) -> bool:
    """Whether a ring goes round a place (counting the coasts north of it)."""
    inside = False
    for one, two in pairwise([*points, *points[:1]]):
        for turn in (-360, 0, 360):
            longitude = place[0] + turn
            if (one[0] > longitude) != (two[0] > longitude):
                share = (longitude - one[0]) / (two[0] - one[0])
                inside ^= one[1] + share * (two[1] - one[1]) > place[1]
    return inside


def _turns(ring: Ring, window: tuple[float, float, float, float]) -> list[int]:
    """By how many degrees a ring is moved round the globe to come into the window."""
    west, south, east, north = window
    if ring.north < south or ring.south > north:
        return []
    return [
        turn
        for turn in (-720, -360, 0, 360, 720)
        if ring.west + turn < east and ring.east + turn > west
    ]


def _densified(points: list[Degrees]) -> list[Degrees]:
    """The same closed line with points added where it goes on straight for long."""
    dense: list[Degrees] = []
    for one, two in pairwise([*points, *points[:1]]):
        steps = int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) / MAX_STEP_DEGREES) + 1
        dense += [
            (one[0] + (two[0] - one[0]) * step / steps, one[1] + (two[1] - one[1]) * step / steps)
            for step in range(steps)
        ]
    return dense


def _rounded(points: list[Point]) -> list[Point]:
    """Whole half pixels, without repetition."""
    halves = [(round(x * 2) / 2, round(y * 2) / 2) for x, y in points]
    return [point for before, point in pairwise([None, *halves]) if point != before]


def _path(points: list[Point]) -> str:
    """A closed outline in relative steps, which are shorter to write."""
    steps = " ".join(
        f"{_number(x - before_x)} {_number(y - before_y)}"
        for (before_x, before_y), (x, y) in pairwise(points)
    )
    return f"M{_number(points[0][0])} {_number(points[0][1])}l{steps.replace(' -', '-')}z"


def _number(value: float) -> str:
    return f"{value:g}"
