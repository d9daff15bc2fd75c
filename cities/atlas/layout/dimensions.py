"""The dimensions of the two layouts in which every map is drawn: wide and narrow."""

from dataclasses import dataclass

from cities.atlas.geometry.frames import PictureLimits


@dataclass(frozen=True)
class Dimensions:
    """The dimensions of a layout, in pixels at the page width that it is made for."""

    name: str
    main_limits: PictureLimits
    # Of the main picture where insets stand beside it; None: they stand below it.
    limits_beside_insets: PictureLimits | None
    insets_in_row: int
    max_insets: int
    inset_heights: tuple[float, float]  # least and greatest
    inset_margin: float
    max_inset_land_points: int
    dot_radius: float
    home_dot_radius: float
    min_target: float  # height and width of a name to point at; 24 px at the least page width
    name_size: float
    detail_size: float
    home_size: float
    has_tooltips: bool  # a sentence for every place, shown under the pointer
    max_details: int  # with more places than this, no room is kept for years and distances
    arc_width: float  # at the home city; arcs become thinner from there
    min_dot_distance: float  # between the centres of two dots
    group_spans: tuple[float, ...]  # of a group that gets an inset, in the order they are tried


WIDE = Dimensions(
    name="wide",
    main_limits=PictureLimits(1120, 460, 600, 110, 64, min_km=2400),
    limits_beside_insets=PictureLimits(732, 500, 600, 84, 64, min_km=1800),
    insets_in_row=3,
    max_insets=6,
    inset_heights=(260, 420),
    inset_margin=84,
    max_inset_land_points=320,
    dot_radius=7,
    home_dot_radius=11,
    min_target=28,
    name_size=18,
    detail_size=14,
    home_size=24,
    has_tooltips=True,
    max_details=1000,  # always: shown under the pointer
    arc_width=4.4,
    min_dot_distance=17,
    group_spans=(110, 70, 170),
)
NARROW = Dimensions(
    name="narrow",
    main_limits=PictureLimits(344, 280, 430, 40, 44, min_km=1400),
    limits_beside_insets=None,
    insets_in_row=1,
    max_insets=8,
    inset_heights=(240, 460),
    inset_margin=44,
    max_inset_land_points=240,
    dot_radius=6,
    home_dot_radius=8,
    min_target=29,
    name_size=15,
    detail_size=13,
    home_size=18,
    has_tooltips=False,
    max_details=12,
    arc_width=3.2,
    min_dot_distance=14,
    group_spans=(44, 28, 18, 70),
)
