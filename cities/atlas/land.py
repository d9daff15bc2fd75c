"""The land of one map: the world's coasts cut, projected and written as an SVG path."""

from itertools import pairwise

from cities.atlas.coasts import TIERS_KM2, Ring, rings
from cities.atlas.framing import Frame
from cities.atlas.geodesy import Degrees
from cities.atlas.projection import Point

# Coasts go on this far (pixels) beyond the picture, so that no cut edge is seen.
BLEED = 4
# The cut edges of land follow meridians and parallels, which may be curved in the picture.
LONGEST_STEP_DEGREES = 6


def land_path(frame: Frame, most_points: int) -> str:
    """All land in the frame, for the attribute `d` of a path filled by the even-odd rule.

    The coast is drawn as finely as its scale allows and `most_points` pays for.
    """
    return "".join(map(_path, _shapes(frame, _tier(frame, most_points))))


def _tier(frame: Frame, most_points: int) -> int:
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
        if sum(counts[tier:]) <= most_points:
            return tier
    return len(TIERS_KM2) - 1


def _shapes(frame: Frame, tier: int) -> list[list[Point]]:
    window = frame.reach()
    picture = (-BLEED, -BLEED, frame.width + BLEED, frame.height + BLEED)
    shapes = []
    for ring in rings():
        for piece in _pieces(ring, tier, window):
            spots = [
                frame.to_pixels(frame.projection.project(point)) for point in _densified(piece)
            ]
            shapes.append(_rounded(_cut(spots, picture)))
    return [shape for shape in shapes if len(shape) > 2]


def _pieces(ring: Ring, tier: int, window: tuple[float, float, float, float]) -> list:
    """The parts of a ring inside a window of degrees, once for each turn of the globe."""
    turns = _turns(ring, window)
    if not turns:
        return []
    points = ring.at_tier(tier)
    return [_cut([(x + turn, y) for x, y in points], window) for turn in turns]


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


def _cut(points: list[Point], window: tuple[float, float, float, float]) -> list[Point]:
    """The part of a polygon inside a rectangle (Sutherland and Hodgman, 1974)."""
    for side, limit in enumerate(window):
        axis, sign = side % 2, 1 if side < 2 else -1
        inside = [sign * (point[axis] - limit) >= 0 for point in points]
        if all(inside):
            continue
        kept: list[Point] = []
        for index, point in enumerate(points):
            if inside[index] != inside[index - 1]:
                kept.append(_crossing(points[index - 1], point, axis, limit))
            if inside[index]:
                kept.append(point)
        points = kept
    return points


def _crossing(one: Point, two: Point, axis: int, limit: float) -> Point:
    share = (limit - one[axis]) / (two[axis] - one[axis])
    across = one[1 - axis] + share * (two[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def _densified(points: list[Degrees]) -> list[Degrees]:
    """The same closed line with points added where it goes on straight for long."""
    dense: list[Degrees] = []
    for one, two in pairwise([*points, *points[:1]]):
        steps = int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) / LONGEST_STEP_DEGREES) + 1
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
