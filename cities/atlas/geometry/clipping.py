"""The part of a polygon that lies inside a rectangle."""

from cities.atlas.geometry.projections import Point

Window = tuple[float, float, float, float]  # left, low, right, high on the two axes


def clip_polygon(points: list[Point], window: Window) -> list[Point]:
    """Return the part of a polygon inside a rectangle (Sutherland and Hodgman, 1974)."""
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
