"""SVG paths for lines of pixels."""

import math
from collections.abc import Iterable
from itertools import pairwise

from cities.atlas.geometry.projections import Point

# By how many pixels a drawn line may differ from its true course; no eye sees it.
TOLERANCE = 0.35
SAMPLES = 12  # of a curve, to see how far it is from the line


def open_path(lines: list[list[Point]], tolerance: float = TOLERANCE) -> str:
    """Return lines as the attribute `d` of a path with a stroke."""
    return "".join(
        f"{_start(line[0])}{_curves(line, tolerance)}" for line in lines if len(line) > 1
    )


def tapered_path(lines: list[list[Point]], start: float, end: float) -> str:
    """Return the outline of a line whose width changes from `start` to `end` pixels.

    Args:
        lines: the pieces of one line in order; after a cut the width continues.
    """
    total = sum(_length(line) for line in lines) or 1
    done, outlines = 0.0, []
    for points in lines:
        left, right = [], []
        for index, (x, y) in enumerate(points):
            before, after = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
            length = math.dist(before, after) or 1
            done += math.dist(before, (x, y))
            half = (start + (end - start) * done / total) / 2
            across = -(after[1] - before[1]) / length * half
            down = (after[0] - before[0]) / length * half
            left.append((x + across, y + down))
            right.append((x - across, y - down))
        right.reverse()
        end_of_line = relative_steps([left[-1], right[0]])
        outlines.append(f"{_start(left[0])}{_curves(left)}l{end_of_line}{_curves(right)}z")
    return "".join(outlines)


def closed_path(points: list[Point]) -> str:
    """Return the outline of an area as the attribute `d` of a filled path."""
    return f"{_start(points[0])}l{relative_steps(points)}z"


def dots_path(points: Iterable[Point]) -> str:
    """Return dots as lines without length, which a stroke with round ends shows; one a pixel."""
    whole: list[Point] = sorted({(round(x), round(y)) for x, y in points})
    steps = (relative_steps([before, point]) for before, point in pairwise(whole))
    return "".join([f"{_start(whole[0])}h0", *(f"m{step}h0" for step in steps)]) if whole else ""


def relative_steps(points: list[Point]) -> str:
    """Return the steps from each point to the next, which are shorter than positions."""
    return _written(
        part - part_before
        for before, point in pairwise(map(_tenths, points))
        for part, part_before in zip(point, before, strict=True)
    )


def _start(point: Point) -> str:
    return f"M{_written(_tenths(point))}"


def _curves(line: list[Point], tolerance: float = TOLERANCE) -> str:
    """Return steps along a line: one curve, or as many as its course needs."""
    start, end = line[0], line[-1]
    if _distance(line, [start, end]) < tolerance:
        return f"l{relative_steps([start, end])}"
    x, y = _middle(line)
    # A curve goes through the middle between its control point and the middle of its ends
    digits = 0 if tolerance > 0.5 else 1
    control = (
        round(2 * x - (start[0] + end[0]) / 2, digits),
        round(2 * y - (start[1] + end[1]) / 2, digits),
    )
    if len(line) < 4 or _distance(line, _points_of_curve(start, control, end)) < tolerance:
        first, second = relative_steps([start, control]), relative_steps([start, end])
        return f"q{first} {second}".replace(" -", "-")
    half = len(line) // 2
    return _curves(line[: half + 1], tolerance) + _curves(line[half:], tolerance)


def _middle(line: list[Point]) -> Point:
    """Return the point half-way along a line."""
    left = _length(line) / 2
    for one, two in pairwise(line):
        length = math.dist(one, two)
        if left <= length:
            part = left / length if length else 0
            return one[0] + part * (two[0] - one[0]), one[1] + part * (two[1] - one[1])
        left -= length
    return line[-1]


def _points_of_curve(start: Point, control: Point, end: Point) -> list[Point]:
    points = []
    for part in (index / SAMPLES for index in range(SAMPLES + 1)):
        one, two, three = (1 - part) ** 2, 2 * part * (1 - part), part**2
        points.append(
            (
                one * start[0] + two * control[0] + three * end[0],
                one * start[1] + two * control[1] + three * end[1],
            )
        )
    return points


def _distance(line: list[Point], course: list[Point]) -> float:
    """Return how far the points of a line are from a course at most."""
    return max(min(_distance_to(point, *piece) for piece in pairwise(course)) for point in line)


def _distance_to(point: Point, start: Point, end: Point) -> float:
    """Return the distance from a point to a straight piece."""
    across, down = end[0] - start[0], end[1] - start[1]
    square = across**2 + down**2
    part = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / square if square else 0
    part = min(1, max(0, part))
    return math.dist(point, (start[0] + part * across, start[1] + part * down))


def _length(line: list[Point]) -> float:
    return sum(math.dist(one, two) for one, two in pairwise(line))


def _tenths(point: Point) -> tuple[int, int]:
    return round(point[0] * 10), round(point[1] * 10)


def _written(tenths: Iterable[int]) -> str:
    """Write numbers of tenths, without the zeros and spaces that a path does not need."""
    numbers = (f"{number / 10:g}" for number in tenths)
    short = (number.replace("0.", ".") if abs(float(number)) < 1 else number for number in numbers)
    return " ".join(short).replace(" -", "-")
