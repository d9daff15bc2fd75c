"""The places that a name may take beside its dot, the best first."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from cities.atlas.framing import Box
from cities.atlas.projection import Point
from cities.atlas.raster import Raster

GAP = 5  # between a dot and its name, in pixels
LEADERS = (22, 40, 62, 90, 124)  # how far away a name may be led by a line
DIRECTIONS = 16
HALO = 8  # names keep this far from other dots if they can


@dataclass(frozen=True)
class Dot:
    """A mark that wants a name: `sizes` are the boxes it would take, the best first."""

    key: str
    spot: Point
    radius: float
    sizes: tuple[Point, ...]
    may_cover: bool = False  # its name may lie over the taken boxes, if nothing else works

    @property
    def box(self) -> Box:
        """What the mark itself covers."""
        (x, y), radius = self.spot, self.radius
        return Box(x - radius, y - radius, x + radius, y + radius)


@dataclass(frozen=True)
class Placing:
    """Where a name goes. `size` is the index in `Dot.sizes`; `side` is where it stands."""

    key: str
    size: int
    box: Box
    side: str  # "start": right of the dot, "end": left of it, "middle": above or below
    leader: tuple[Point, Point] | None
    cost: float

    def clashes(self, other: "Placing") -> bool:
        """Whether the two cannot be in one picture."""
        return (
            self.box.overlaps(other.box)
            or _hits(self.leader, other.box)
            or _hits(other.leader, self.box)
            or _crosses(self.leader, other.leader)
        )


def choices_for(
    dot: Dot, dots: list[Dot], field: Box, raster: Raster, taken: list[Box]
) -> list[Placing]:
    """Every place that the fixed things of the picture allow, the best first."""
    reach = dot.box.grown(LEADERS[-1] + max(width for width, _ in dot.sizes))
    near = [other.box.grown(1) for other in dots if other is not dot]
    near = [box for box in near if box.overlaps(reach)] + ([] if dot.may_cover else taken)
    halos = [box.grown(HALO) for box in near]
    away = _away(dot, dots)
    found = []
    for size, (width, height) in enumerate(dot.sizes):
        for angle, distance in _directions(dot.radius):
            toward = (math.cos(angle), -math.sin(angle))
            box, side = _box(dot.spot, toward, distance, width, height)
            if not field.holds(box) or any(box.overlaps(other) for other in near):
                continue
            leader = _leader(dot, box) if distance > dot.radius + GAP else None
            if leader and any(_hits(leader, other) for other in near):
                continue
            cost = (
                size * 60
                + (distance - dot.radius - GAP) * 0.35
                + (6 if leader else 0)
                + (2 if side == "middle" else 0)
                - 3 * (toward[0] * away[0] + toward[1] * away[1])
                + raster.under(box) * 1.5
                + 20 * sum(box.overlaps(other) for other in taken)
                # A name beside another dot would be taken for that dot's name.
                + 9 * sum(box.overlaps(halo) for halo in halos)
            )
            found.append(Placing(dot.key, size, box, side, leader, round(cost, 3)))
    return sorted(found, key=lambda placing: placing.cost)


def _directions(radius: float) -> Iterable[tuple[float, float]]:
    for distance in (radius + GAP, *(radius + extra for extra in LEADERS)):
        for step in range(DIRECTIONS):
            yield math.tau * step / DIRECTIONS, distance


def _away(dot: Dot, dots: list[Dot]) -> Point:
    """The direction in which there are the fewest neighbours."""
    x = y = 0.0
    for other in dots:
        across, down = dot.spot[0] - other.spot[0], dot.spot[1] - other.spot[1]
        distance = math.hypot(across, down)
        if 0 < distance < 220:
            x, y = x + across / distance**2, y + down / distance**2
    length = math.hypot(x, y)
    return (x / length, y / length) if length else (1.0, 0.0)


def _box(
    spot: Point, toward: Point, distance: float, width: float, height: float
) -> tuple[Box, str]:
    """The box whose edge is `distance` from the spot in a direction, and its side of the dot."""
    x, y = spot[0] + toward[0] * distance, spot[1] + toward[1] * distance
    if abs(toward[0]) > 0.3:
        left = x if toward[0] > 0 else x - width
        top = y - height / 2 + toward[1] * height / 2
        return Box(left, top, left + width, top + height), "start" if toward[0] > 0 else "end"
    top = y if toward[1] > 0 else y - height
    left = x - width / 2
    return Box(left, top, left + width, top + height), "middle"


def _leader(dot: Dot, box: Box) -> tuple[Point, Point]:
    """A line from the edge of the dot to the nearest edge of the name."""
    end = (
        min(max(dot.spot[0], box.left), box.right),
        min(max(dot.spot[1], box.top + box.height * 0.3), box.bottom - box.height * 0.3),
    )
    across, down = end[0] - dot.spot[0], end[1] - dot.spot[1]
    length = math.hypot(across, down) or 1
    reach = dot.radius + 1
    start = (dot.spot[0] + across / length * reach, dot.spot[1] + down / length * reach)
    return start, end


def _hits(line: tuple[Point, Point] | None, box: Box) -> bool:
    """Whether a line runs through a box (Liang and Barsky, 1984)."""
    if line is None:
        return False
    (x, y), (end_x, end_y) = line
    if (
        (x <= box.left and end_x <= box.left)
        or (x >= box.right and end_x >= box.right)
        or (y <= box.top and end_y <= box.top)
        or (y >= box.bottom and end_y >= box.bottom)
    ):
        return False
    enter, leave = 0.0, 1.0
    for start, delta, low, high in (
        (x, end_x - x, box.left, box.right),
        (y, end_y - y, box.top, box.bottom),
    ):
        if delta == 0:
            if not low < start < high:
                return False
            continue
        first, second = sorted(((low - start) / delta, (high - start) / delta))
        enter, leave = max(enter, first), min(leave, second)
    return enter < leave


def _crosses(one: tuple[Point, Point] | None, two: tuple[Point, Point] | None) -> bool:
    if one is None or two is None:
        return False
    apart = _side(one, two[0]) * _side(one, two[1]) < 0
    return apart and _side(two, one[0]) * _side(two, one[1]) < 0


def _side(line: tuple[Point, Point], point: Point) -> float:
    (x, y), (end_x, end_y) = line
    return (end_x - x) * (point[1] - y) - (end_y - y) * (point[0] - x)
