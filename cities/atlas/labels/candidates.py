"""The positions that a name may take beside its dot, the best first."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cities.atlas.geometry.boxes import Box
from cities.atlas.geometry.intersections import Line, line_meets_box, lines_cross
from cities.atlas.geometry.projections import Point
from cities.atlas.labels.line_grid import LineCoverage

GAP = 5  # between a dot and its name, in pixels
LEADER_LENGTHS = (22, 40, 62, 90, 124)  # how far from its dot a name may stand, with a line
DIRECTIONS = 16
CLEARANCE = 8  # names keep this far from other dots if they can


@dataclass(frozen=True)
class Dot:
    """A dot to be named.

    `sizes` are the widths and heights of the boxes that its name may take, the best first. If
    `may_cover` is true, the name may lie over taken boxes where nothing else is possible.
    """

    key: str
    spot: Point
    radius: float
    sizes: tuple[Point, ...]
    may_cover: bool = False

    @property
    def box(self) -> Box:
        """The box that the dot itself covers."""
        (x, y), radius = self.spot, self.radius
        return Box(x - radius, y - radius, x + radius, y + radius)


@dataclass(frozen=True)
class LabelPosition:
    """A position for a name. `size` is the index in `Dot.sizes`; a lower `cost` is better."""

    key: str
    size: int
    box: Box
    side: str  # "start": right of the dot, "end": left of it, "middle": above or below
    leader: Line | None
    cost: float

    @cached_property
    def extent(self) -> Box:
        """The box around the name and its leader line."""
        box = self.box
        points = [(box.left, box.top), (box.right, box.bottom), *(self.leader or ())]
        xs, ys = zip(*points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def clashes(self, other: "LabelPosition") -> bool:
        """Return whether the two cannot be in one picture."""
        one, two = self.extent, other.extent
        # Most are far apart, and a map of many places asks a million times.
        if (
            one.left > two.right
            or two.left > one.right
            or one.top > two.bottom
            or two.top > one.bottom
        ):
            return False
        return (
            self.box.overlaps(other.box)
            or line_meets_box(self.leader, other.box)
            or line_meets_box(other.leader, self.box)
            or lines_cross(self.leader, other.leader)
        )


def candidate_positions(
    dot: Dot, dots: list[Dot], field: Box, coverage: LineCoverage, taken: list[Box]
) -> list[LabelPosition]:
    """Return every position that dots, `taken` boxes and the field's edge allow, the best first."""
    area = _search_area(dot)
    near = [other.box.expanded(1) for other in dots if other is not dot]
    near = [box for box in [*near, *([] if dot.may_cover else taken)] if box.overlaps(area)]
    surroundings = [box.expanded(CLEARANCE) for box in near]
    free_side = _free_side(dot, dots)
    taken = [box for box in taken if box.overlaps(area)]
    candidates = []
    for size, (width, height) in enumerate(dot.sizes):
        for angle, distance in _directions(dot.radius):
            toward = (math.cos(angle), -math.sin(angle))
            box, side = _box(dot.spot, toward, distance, width, height)
            if not field.contains(box) or any(box.overlaps(other) for other in near):
                continue
            leader = _leader(dot, box) if distance > dot.radius + GAP else None
            if leader and any(line_meets_box(leader, other) for other in near):
                continue
            cost = (
                size * 60
                + (distance - dot.radius - GAP) * 0.35
                + (6 if leader else 0)
                + (2 if side == "middle" else 0)
                - 3 * (toward[0] * free_side[0] + toward[1] * free_side[1])
                + coverage.cells_under(box) * 1.5
                + 20 * sum(box.overlaps(other) for other in taken)
                # A name next to another dot would be read as that dot's name.
                + 9 * sum(box.overlaps(surrounding) for surrounding in surroundings)
            )
            candidates.append(LabelPosition(dot.key, size, box, side, leader, round(cost, 3)))
    return sorted(candidates, key=lambda position: position.cost)


def _search_area(dot: Dot) -> Box:
    """Return the box outside which nothing matters for the name of a dot."""
    (x, y), far = dot.spot, dot.radius + LEADER_LENGTHS[-1] + CLEARANCE
    across = far + max(width for width, _ in dot.sizes)
    down = far + max(height for _, height in dot.sizes)
    return Box(x - across, y - down, x + across, y + down)


def _directions(radius: float) -> Iterable[tuple[float, float]]:
    for distance in (radius + GAP, *(radius + extra for extra in LEADER_LENGTHS)):
        for index in range(DIRECTIONS):
            yield math.tau * index / DIRECTIONS, distance


def _free_side(dot: Dot, dots: list[Dot]) -> Point:
    """Return the direction (a unit vector) away from the neighbours."""
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
    """Return the box whose edge is `distance` from the spot in a direction, and its `side`."""
    x, y = spot[0] + toward[0] * distance, spot[1] + toward[1] * distance
    if abs(toward[0]) > 0.3:
        left = x if toward[0] > 0 else x - width
        top = y - height / 2 + toward[1] * height / 2
        return Box(left, top, left + width, top + height), "start" if toward[0] > 0 else "end"
    top = y if toward[1] > 0 else y - height
    left = x - width / 2
    return Box(left, top, left + width, top + height), "middle"


def _leader(dot: Dot, box: Box) -> Line:
    """Return a line from the edge of the dot to the nearest edge of the name."""
    end = (
        min(max(dot.spot[0], box.left), box.right),
        min(max(dot.spot[1], box.top + box.height * 0.3), box.bottom - box.height * 0.3),
    )
    across, down = end[0] - dot.spot[0], end[1] - dot.spot[1]
    length = math.hypot(across, down) or 1
    radius = dot.radius + 1
    start = (dot.spot[0] + across / length * radius, dot.spot[1] + down / length * radius)
    return start, end
