"""Where straight lines meet boxes and each other."""

from cities.atlas.geometry.boxes import Box
from cities.atlas.geometry.projections import Point

Line = tuple[Point, Point]


def line_meets_box(line: Line | None, box: Box) -> bool:
    """Return whether a line runs through a box (Liang and Barsky, 1984)."""
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
    entry, exit_ = 0.0, 1.0
    for start, delta, low, high in (
        (x, end_x - x, box.left, box.right),
        (y, end_y - y, box.top, box.bottom),
    ):
        if delta == 0:
            if not low < start < high:
                return False
            continue
        first, second = sorted(((low - start) / delta, (high - start) / delta))
        entry, exit_ = max(entry, first), min(exit_, second)
    return entry < exit_


def lines_cross(one: Line | None, two: Line | None) -> bool:
    """Return whether two lines cross."""
    if one is None or two is None:
        return False
    apart = _side(one, two[0]) * _side(one, two[1]) < 0
    return apart and _side(two, one[0]) * _side(two, one[1]) < 0


def _side(line: Line, point: Point) -> float:
    (x, y), (end_x, end_y) = line
    return (end_x - x) * (point[1] - y) - (end_y - y) * (point[0] - x)
