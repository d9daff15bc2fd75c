"""Fit a projected part of the world into a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from cities.atlas.geometry.geodesy import (
    Degrees,
    DegreeWindow,
    split_at_meridian,
    wrap_longitude,
)
from cities.atlas.geometry.projections import Point, Projection, WorldMap

# A world map shows at least this much: from Cape Horn to the north of Greenland, all round.
WORLD_SOUTH, WORLD_NORTH = -56, 80
WORLD_MARGIN = 14  # above and below


@dataclass(frozen=True)
class Frame:
    """A picture of `width` by `height` pixels and the part of the projected plane it shows."""

    projection: Projection
    width: float
    height: float
    km_per_px: float
    centre: Point  # in the plane

    def pixel_of(self, point: Degrees) -> Point:
        """Return the pixel of a place; a world map finds it on its own side of the cut."""
        if isinstance(self.projection, WorldMap):
            point = (wrap_longitude(point[0], self.projection.longitude), point[1])
        return self.plane_to_pixel(self.projection.project(point))

    def plane_to_pixel(self, point: Point) -> Point:
        """Return the pixel of a point of the projected plane (kilometres, y up)."""
        return (
            self.width / 2 + (point[0] - self.centre[0]) / self.km_per_px,
            self.height / 2 - (point[1] - self.centre[1]) / self.km_per_px,
        )

    def pixel_lines(self, points: list[Degrees]) -> list[list[Point]]:
        """Return a line over the globe as lines of pixels: two where a world map cuts it."""
        pieces = [points]
        if isinstance(self.projection, WorldMap):
            pieces = split_at_meridian(points, self.projection.longitude)
        return [
            [self.plane_to_pixel(self.projection.project(p)) for p in piece] for piece in pieces
        ]

    def degree_window(self) -> DegreeWindow:
        """Return the degrees of an area that contains everything the picture shows."""
        return self.projection.degree_window(self.plane_corners())

    def plane_corners(self) -> list[Point]:
        """Return the corners in the projected plane, the one above the left edge first."""
        x_half, y_half = self.width * self.km_per_px / 2, self.height * self.km_per_px / 2
        return [
            (self.centre[0] + x, self.centre[1] + y)
            for x in (-x_half, x_half)
            for y in (y_half, -y_half)
        ]


@dataclass(frozen=True)
class PictureLimits:
    """Limits for the size of a picture: width, least and greatest height, margins; in pixels."""

    width: float
    min_height: float
    max_height: float
    side_margin: float
    top_margin: float
    min_km: float = 1000  # across the picture, so that some coast can be recognised


def fit_frame(projection: Projection, points: Iterable[Degrees], limits: PictureLimits) -> Frame:
    """Return the picture that shows all points inside its margins at the largest scale."""
    plane = []
    if isinstance(projection, WorldMap):
        plane += [projection.project(corner) for corner in _world_corners(projection)]
        points = [(wrap_longitude(x, projection.longitude), y) for x, y in points]
    plane += [projection.project(point) for point in points]
    left, right = min(x for x, _ in plane), max(x for x, _ in plane)
    low, high = min(y for _, y in plane), max(y for _, y in plane)
    side, above = limits.side_margin, limits.top_margin
    if isinstance(projection, WorldMap):
        side, above = 0, WORLD_MARGIN
    room_across, room_up = limits.width - 2 * side, limits.max_height - 2 * above
    km_per_px = max(
        (right - left) / room_across, (high - low) / room_up, limits.min_km / limits.width
    )
    height = min(
        limits.max_height,
        max(limits.min_height, (high - low) / km_per_px + 2 * above),
    )
    centre = ((left + right) / 2, (low + high) / 2)
    return Frame(projection, limits.width, round(height), km_per_px, centre)


def _world_corners(projection: WorldMap) -> list[Degrees]:
    east, west = projection.longitude + 180, projection.longitude - 180
    return [(west, 0), (east, 0), (projection.longitude, WORLD_SOUTH), (east - 180, WORLD_NORTH)]
