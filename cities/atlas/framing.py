"""How a projected part of the world is fitted into a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from cities.atlas.geodesy import Degrees, split_at_meridian, wrapped
from cities.atlas.projection import Point, Projection, WorldMap

# What a world map shows at least: from Cape Horn to the north of Greenland, all the way round.
WORLD_SOUTH, WORLD_NORTH = -56, 80
WORLD_MARGIN = 14  # above and below


@dataclass(frozen=True)
class Box:
    """An upright rectangle in pixels, y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def grown(self, margin: float) -> "Box":
        """The box with a margin on every side."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def rounded(self) -> "Box":
        """The box in tenths of a pixel, as it is written."""
        edges = (self.left, self.top, self.right, self.bottom)
        return Box(*(round(edge, 1) for edge in edges))


@dataclass(frozen=True)
class Frame:
    """A picture of `width` by `height` pixels and what part of the plane it shows."""

    projection: Projection
    width: float
    height: float
    km_per_px: float
    centre: Point  # in the plane

    def at(self, point: Degrees) -> Point:
        """Pixel of a place. A world map finds the place on its own side of the cut."""
        if isinstance(self.projection, WorldMap):
            point = (wrapped(point[0], self.projection.longitude), point[1])
        return self.to_pixels(self.projection.project(point))

    def to_pixels(self, spot: Point) -> Point:
        """Pixel of a spot in the plane."""
        return (
            self.width / 2 + (spot[0] - self.centre[0]) / self.km_per_px,
            self.height / 2 - (spot[1] - self.centre[1]) / self.km_per_px,
        )

    def lines(self, points: list[Degrees]) -> list[list[Point]]:
        """A line over the globe as lines of pixels: two where a world map cuts it."""
        pieces = [points]
        if isinstance(self.projection, WorldMap):
            pieces = split_at_meridian(points, self.projection.longitude)
        return [[self.to_pixels(self.projection.project(p)) for p in piece] for piece in pieces]

    def reach(self) -> tuple[float, float, float, float]:
        """West, south, east, north (degrees) of an area that holds all that is shown."""
        x_half, y_half = self.width * self.km_per_px / 2, self.height * self.km_per_px / 2
        return self.projection.reach(
            (self.centre[0] + x, self.centre[1] + y)
            for x in (-x_half, x_half)
            for y in (-y_half, y_half)
        )


@dataclass(frozen=True)
class Paper:
    """What a picture may be like: its width, how tall it may get, its margins, in pixels."""

    width: float
    min_height: float
    max_height: float
    side_margin: float
    top_margin: float
    min_km: float = 1000  # across the picture, so that there is some coast to know it by


def fit(projection: Projection, points: Iterable[Degrees], paper: Paper) -> Frame:
    """The largest picture on this paper that shows all points inside its margins."""
    spots = []
    if isinstance(projection, WorldMap):
        spots += [projection.project(corner) for corner in _world_corners(projection)]
        points = [(wrapped(x, projection.longitude), y) for x, y in points]
    spots += [projection.project(point) for point in points]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    low, high = min(y for _, y in spots), max(y for _, y in spots)
    side, above = paper.side_margin, paper.top_margin
    if isinstance(projection, WorldMap):
        side, above = 0, WORLD_MARGIN
    room_across, room_up = paper.width - 2 * side, paper.max_height - 2 * above
    km_per_px = max(
        (right - left) / room_across, (high - low) / room_up, paper.min_km / paper.width
    )
    height = min(
        paper.max_height,
        max(paper.min_height, (high - low) / km_per_px + 2 * above),
    )
    centre = ((left + right) / 2, (low + high) / 2)
    return Frame(projection, paper.width, round(height), km_per_px, centre)


def _world_corners(projection: WorldMap) -> list[Degrees]:
    east, west = projection.longitude + 180, projection.longitude - 180
    return [(west, 0), (east, 0), (projection.longitude, WORLD_SOUTH), (east - 180, WORLD_NORTH)]
