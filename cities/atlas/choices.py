"""The places that a name may take beside its dot, the best first."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cities.atlas.crossing import Line, crosses, hits
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
    leader: Line | None
    cost: float

    @cached_property
    def reach(self) -> Box:
        """What the name and its leader take together."""
        box = self.box
        points = [(box.left, box.top), (box.right, box.bottom), *(self.leader or ())]
        xs, ys = zip(*points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def clashes(self, other: "Placing") -> bool:
        """Whether the two cannot be in one picture."""
        one, two = self.reach, other.reach
        # Most are far apart, and a crowded map asks a million times.
        if (
            one.left > two.right
            or two.left > one.right
            or one.top > two.bottom
            or two.top > one.bottom
        ):
            return False
        return (
            self.box.overlaps(other.box)
            or hits(self.leader, other.box)
            or hits(other.leader, self.box)
            or crosses(self.leader, other.leader)
        )


def choices_for(
    dot: Dot, dots: list[Dot], field: Box, raster: Raster, taken: list[Box]
) -> list[Placing]:
    """Every place that the fixed things of the picture allow, the best first."""
    reach = _reach(dot)
    near = [other.box.grown(1) for other in dots if other is not dot]
    near = [box for box in [*near, *([] if dot.may_cover else taken)] if box.overlaps(reach)]
    halos = [box.grown(HALO) for box in near]
    away = _away(dot, dots)
    taken = [box for box in taken if box.overlaps(reach)]
    found = []
    for size, (width, height) in enumerate(dot.sizes):
        for angle, distance in _directions(dot.radius):
            toward = (math.cos(angle), -math.sin(angle))
            box, side = _box(dot.spot, toward, distance, width, height)
            if not field.holds(box) or any(box.overlaps(other) for other in near):
                continue
            leader = _leader(dot, box) if distance > dot.radius + GAP else None
            if leader and any(hits(leader, other) for other in near):
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


def _reach(dot: Dot) -> Box:
    """Where anything lies that may matter for the name of a dot."""
    (x, y), far = dot.spot, dot.radius + LEADERS[-1] + HALO
    across = far + max(width for width, _ in dot.sizes)
    down = far + max(height for _, height in dot.sizes)
    return Box(x - across, y - down, x + across, y + down)


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


def _leader(dot: Dot, box: Box) -> Line:
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
