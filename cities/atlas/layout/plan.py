"""Chooses the layout of a map for one page width."""

from dataclasses import replace

from cities.atlas.layout.arrangements import Arrangement, Arranger
from cities.atlas.layout.dimensions import Dimensions
from cities.atlas.layout.map_parts import Layout
from cities.atlas.place import Partner, Place

LETTERS = "ABCDEFGHIJ"


def plan_layout(home: Place, partners: list[Partner], dimensions: Dimensions) -> Layout:
    """Return the best of a few arrangements as a layout."""
    arrangements = Arranger(home, partners, dimensions).arrangements()
    best = next(arrangements)
    while not best.is_good_enough() and (other := next(arrangements, None)):
        best = min(best, other, key=lambda arrangement: arrangement.cost)
    return _layout(best, dimensions)


def _layout(arrangement: Arrangement, dimensions: Dimensions) -> Layout:
    """Build the pictures; where there are several insets, letters tell them apart."""
    main, *insets = [
        replace(picture.build(), x=round(x, 1), y=round(y, 1), id=f"{dimensions.name}{index}")
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
    height = round(arrangement.height, 1)
    return Layout(dimensions.name, dimensions.main_limits.width, height, (main, *insets))
