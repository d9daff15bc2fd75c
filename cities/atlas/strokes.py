"""Lines in pixels as SVG paths."""

import math
from itertools import pairwise

from cities.atlas.projection import Point

# What no eye sees: a line may leave its true course by so many pixels.
TOLERANCE = 0.35


def open_path(lines: list[list[Point]], tolerance: float = TOLERANCE) -> str:
    """Lines for the attribute `d` of a path with a stroke."""
    return "".join(_steps(thinned(line, tolerance)) for line in lines if len(line) > 1)


def tapered_path(lines: list[list[Point]], start: float, end: float) -> str:
    """A line that grows from `start` to `end` pixels of width, as the outline of a filled path.

    Args:
        lines: the pieces of one line, in order; a cut line goes on with the width it had.
    """
    total = sum(_length(line) for line in lines) or 1
    done, outlines = 0.0, []
    for line in lines:
        left, right = [], []
        points = thinned(line)
        for index, (x, y) in enumerate(points):
            before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
            length = math.dist(before, after) or 1
            done += math.dist(before, (x, y))
            half = (start + (end - start) * done / total) / 2
            across = -(after[1] - before[1]) / length * half
            down = (after[0] - before[0]) / length * half
            left.append((x + across, y + down))
            right.append((x - across, y - down))
        outlines.append(_steps([*left, *reversed(right)]) + "z")
    return "".join(outlines)


def thinned(line: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """The points that the line's course needs (Douglas and Peucker, 1973)."""
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
    return thinned(line[: farthest + 1], tolerance)[:-1] + thinned(line[farthest:], tolerance)


def _length(line: list[Point]) -> float:
    return sum(math.dist(one, two) for one, two in pairwise(line))


def _steps(points: list[Point]) -> str:
    """Relative steps in tenths of a pixel, which are shorter to write."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = " ".join(
        f"{(x - before_x) / 10:g} {(y - before_y) / 10:g}"
        for (before_x, before_y), (x, y) in pairwise(tenths)
    )
    return f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{steps}".replace(" -", "-")
