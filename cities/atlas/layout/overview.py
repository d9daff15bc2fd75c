"""Lays out the overview that stands for a map of many places: dots without names."""

from cities.atlas.geometry.frames import fit_frame
from cities.atlas.geometry.projections import choose_projection
from cities.atlas.land.ground import shared_ground
from cities.atlas.layout.dimensions import NARROW, WIDE
from cities.atlas.layout.map_builder import PictureBuilder
from cities.atlas.layout.map_parts import Layout
from cities.atlas.place import Place


def plan_overview(home: Place, places: list[Place]) -> tuple[Layout, ...]:
    """Return the wide and the narrow layout, of one picture each, that names home alone."""
    degrees = [place.degrees for place in places]
    everywhere = [home.degrees, *degrees]
    projection = choose_projection(everywhere, [])
    layouts = (WIDE, NARROW)
    frames = [fit_frame(projection, everywhere, one.main_limits) for one in layouts]
    grounds = shared_ground(frames, degrees)
    return tuple(
        Layout(
            dimensions.name,
            round(frame.width),
            round(frame.height),
            (PictureBuilder(home, [], dimensions, frame).build(ground),),
        )
        for dimensions, frame, ground in zip(layouts, frames, grounds, strict=True)
    )
