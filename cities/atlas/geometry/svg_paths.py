"""SVG paths for lines of pixels."""

import math
from itertools import pairwise

from cities.atlas.geometry.projections import Point

# By how many pixels a drawn line may differ from its true course; no eye sees it.
TOLERANCE = 0.35


def open_path(lines: list[list[Point]], tolerance: float = TOLERANCE) -> str:
    """Return lines as the attribute `d` of a path with a stroke."""
    return "".join(_relative_path(simplified(line, tolerance)) for line in lines if len(line) > 1)


def tapered_path(lines: list[list[Point]], start: float, end: float) -> str:
    """Return the outline of a line whose width changes from `start` to `end` pixels.

    Args:
        lines: the pieces of one line in order; after a cut the width continues.
    """
    total = sum(_length(line) for line in lines) or 1
    done, outlines = 0.0, []
    for line in lines:
        left, right = [], []
        points = simplified(line)
        for index, (x, y) in enumerate(points):
            before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
            length = math.dist(before, after) or 1
            done += math.dist(before, (x, y))
            half = (start + (end - start) * done / total) / 2
            across = -(after[1] - before[1]) / length * half
            down = (after[0] - before[0]) / length * half
            left.append((x + across, y + down))
            right.append((x - across, y - down))
        outlines.append(_relative_path([*left, *reversed(right)]) + "z")
    return "".join(outlines)


def simplified(line: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """Return the points that the line's course needs (Douglas and Peucker, 1973)."""
    if len(line) < 3:
        return line
    (x, y), (end_x, end_y) = line[0], line[-1]
    length = math.hypot(end_x - x, end_y - y)
    if length:
        gaps = [abs((end_x - x) * (y - b) - (x - a) * (end_y - y)) / length for a, b in line]
    else:
        gaps = [math.dist(line[0], point) for point in line]
    farthest = max(range(1, len(line) - 1), key=gaps.__getitem__)
    if gaps[farthest] < tolerance:
        return [line[0], line[-1]]
    return simplified(line[: farthest + 1], tolerance)[:-1] + simplified(line[farthest:], tolerance)


def _length(line: list[Point]) -> float:
    return sum(math.dist(one, two) for one, two in pairwise(line))


def _relative_path(points: list[Point]) -> str:
    """Return relative steps in tenths of a pixel, which are shorter than positions."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    moves = " ".join(
        f"{(x - before_x) / 10:g} {(y - before_y) / 10:g}"
        for (before_x, before_y), (x, y) in pairwise(tenths)
    )
    return f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{moves}".replace(" -", "-")
