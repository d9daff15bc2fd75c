"""The net of meridians and parallels."""

from cities.atlas.geometry import svg_paths
from cities.atlas.geometry.frames import Frame
from cities.atlas.geometry.geodesy import Degrees
from cities.atlas.geometry.projections import Point

STEPS_DEGREES = (2, 5, 10, 20, 30)
MIN_PX = 140  # between two lines
TOLERANCE = 1.4  # pixels; the lines are thin and faint
KM_PER_DEGREE = 111
MAX_LATITUDE = 80  # where meridians end, before they converge at the pole


def graticule_path(frame: Frame) -> str:
    """Return the net as one path with a stroke."""
    west, south, east, north = frame.degree_window()
    south, north = max(south, -MAX_LATITUDE), min(north, MAX_LATITUDE)
    step = next(
        (s for s in STEPS_DEGREES if s * KM_PER_DEGREE / frame.km_per_px >= MIN_PX),
        STEPS_DEGREES[-1],
    )
    lines: list[list[Degrees]] = [
        [(longitude, latitude) for latitude in _range(south, north, step / 4)]
        for longitude in _multiples(west, east, step)
    ]
    lines += [
        [(longitude, latitude) for longitude in _range(west, east, step / 4)]
        for latitude in _multiples(south, north, step)
    ]
    pieces = [piece for line in lines for piece in _visible(frame, line)]
    whole: list[list[Point]] = [[(round(x), round(y)) for x, y in piece] for piece in pieces]
    return svg_paths.open_path(whole, TOLERANCE)


def _visible(frame: Frame, line: list[Degrees]) -> list[list[Point]]:
    """Return the parts of a line in and just around the picture."""
    pieces: list[list[Point]] = [[]]
    for point in line:
        x, y = frame.plane_to_pixel(frame.projection.project(point))
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
