"""The ground of a picture: land, the net of meridians and parallels, dots without names."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cities.atlas.geometry.frames import Frame
from cities.atlas.geometry.geodesy import Degrees
from cities.atlas.geometry.svg_paths import dots_path
from cities.atlas.land.graticule import graticule_path
from cities.atlas.land.land_outlines import land_path

MAX_SHARED_LAND_POINTS = 640


@dataclass(frozen=True)
class Ground:
    """Land, net and dots as paths.

    `transform` moves and scales ground that several pictures share into one of them; it is empty
    if the ground is drawn for this picture alone.
    """

    land: str
    graticule: str
    dots: str = ""
    transform: str = ""


def draw_ground(frame: Frame, max_points: int) -> Ground:
    """Draw the ground of one picture."""
    return Ground(land_path(frame, max_points), graticule_path(frame))


def shared_ground(frames: list[Frame], dots: Iterable[Degrees] = ()) -> list[Ground]:
    """Draw the ground of pictures of one projection once, at the largest of their scales.

    Returns:
        The same paths for each picture, with its own transform.
    """
    whole = _frame_around(frames)
    ground = replace(
        draw_ground(whole, MAX_SHARED_LAND_POINTS), dots=dots_path(map(whole.pixel_of, dots))
    )
    return [replace(ground, transform=_transform(whole, frame)) for frame in frames]


def _frame_around(frames: list[Frame]) -> Frame:
    """Return the picture that shows what all of these show."""
    km_per_px = min(frame.km_per_px for frame in frames)
    corners = [corner for frame in frames for corner in frame.plane_corners()]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    return Frame(
        frames[0].projection,
        (right - left) / km_per_px,
        (high - low) / km_per_px,
        km_per_px,
        ((left + right) / 2, (low + high) / 2),
    )


def _transform(whole: Frame, frame: Frame) -> str:
    """Return the SVG transform from the pixels of the one to those of the other."""
    x, y = frame.plane_to_pixel(whole.plane_corners()[0])
    scale = whole.km_per_px / frame.km_per_px
    return f"translate({x:.1f} {y:.1f})scale({scale:.4g})"
