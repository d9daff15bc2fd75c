"""The net of meridians and parallels."""

from cities.atlas import strokes
from cities.atlas.framing import Frame
from cities.atlas.geodesy import Degrees
from cities.atlas.projection import Point

STEPS_DEGREES = (2, 5, 10, 20, 30)
MIN_PX = 140  # between two lines
TOLERANCE = 0.9  # thin and faint as they are
KM_PER_DEGREE = 111
LAST_PARALLEL = 80  # where meridians end, before they crowd at the pole


def graticule_path(frame: Frame) -> str:
    """The net as one path for a thin stroke."""
    west, south, east, north = frame.reach()
    south, north = max(south, -LAST_PARALLEL), min(north, LAST_PARALLEL)
    step = next(
        (s for s in STEPS_DEGREES if s * KM_PER_DEGREE / frame.km_per_px >= MIN_PX),
        STEPS_DEGREES[-1],
    )
    lines = [
        [(longitude, latitude) for latitude in _range(south, north, step / 4)]
        for longitude in _multiples(west, east, step)
    ]
    lines += [
        [(longitude, latitude) for longitude in _range(west, east, step / 4)]
        for latitude in _multiples(south, north, step)
    ]
    pieces = [piece for line in lines for piece in _visible(frame, line)]
    whole = [[(round(x), round(y)) for x, y in piece] for piece in pieces]
    return strokes.open_path(whole, TOLERANCE)


def _visible(frame: Frame, line: list[Degrees]) -> list[list[Point]]:
    """The parts of a line in and just around the picture."""
    pieces: list[list[Point]] = [[]]
    for point in line:
        x, y = frame.to_pixels(frame.projection.project(point))
        if -60 < x < frame.width + 60 and -60 < y < frame.height + 60:
            pieces[-1].append((x, y))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]


def _multiples(start: float, end: float, step: int) -> range:
    return range(-int(-start // step) * step, int(end // step) * step + 1, step)


def _range(start: float, end: float, step: float) -> list[float]:
    count = int((end - start) / step) + 1
    return [start + (end - start) * index / count for index in range(count + 1)]
