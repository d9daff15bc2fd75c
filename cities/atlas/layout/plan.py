"""Chooses the layouts of a map, one for each page width."""

from dataclasses import replace

from cities.atlas.land.ground import Ground, draw_ground, shared_ground
from cities.atlas.layout.arrangements import Arrangement, Arranger
from cities.atlas.layout.dimensions import NARROW, WIDE, Dimensions
from cities.atlas.layout.map_parts import Layout
from cities.atlas.place import Partner, Place

LETTERS = "ABCDEFGHIJ"


def plan_layouts(home: Place, partners: list[Partner]) -> tuple[Layout, Layout]:
    """Return the wide and the narrow layout, whose main pictures share their ground."""
    wide, narrow = (_best_arrangement(home, partners, one) for one in (WIDE, NARROW))
    grounds = shared_ground([arrangement.pictures[0][0].frame for arrangement in (wide, narrow)])
    return _layout(wide, WIDE, grounds[0]), _layout(narrow, NARROW, grounds[1])


def _best_arrangement(home: Place, partners: list[Partner], dimensions: Dimensions) -> Arrangement:
    """Return the best of a few arrangements."""
    arrangements = Arranger(home, partners, dimensions).arrangements()
    best = next(arrangements)
    while not best.is_good_enough() and (other := next(arrangements, None)):
        best = min(best, other, key=lambda arrangement: arrangement.cost)
    return best


def _layout(arrangement: Arrangement, dimensions: Dimensions, main_ground: Ground) -> Layout:
    """Build the pictures; where there are several insets, letters tell them apart."""
    main, *insets = [
        replace(
            picture.build(
                draw_ground(picture.frame, dimensions.max_inset_land_points)
                if index
                else main_ground
            ),
            x=round(x),
            y=round(y),
            id=f"{dimensions.name}{index}",
        )
        for index, (picture, x, y) in enumerate(arrangement.pictures)
    ]
    if len(insets) > 1:
        insets = [
            replace(inset, letter=letter) for inset, letter in zip(insets, LETTERS, strict=False)
        ]
        outlines = [
            replace(outline, letter=letter)
            for outline, letter in zip(main.inset_outlines, LETTERS, strict=False)
        ]
        main = replace(main, inset_outlines=tuple(outlines))
    height = round(arrangement.height)
    return Layout(dimensions.name, round(dimensions.main_limits.width), height, (main, *insets))
