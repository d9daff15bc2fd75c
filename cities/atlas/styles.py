"""The two sizes in which every map is made."""

from dataclasses import dataclass

from cities.atlas.framing import Paper


@dataclass(frozen=True)
class Style:
    """Sizes of a layout in pixels, as it is read at the width it is made for."""

    name: str
    paper: Paper
    side_paper: Paper | None  # the main map when larger maps stand beside it
    insets_in_row: int
    max_insets: int
    inset_heights: tuple[float, float]
    inset_margin: float
    land_points: int  # as many as the weight of the page allows
    dot: float
    home_dot: float
    min_target: float  # height and width of a name to point at; 24 px at the least width
    name_size: float
    detail_size: float
    home_size: float
    max_details: int  # with more places than this, names stand alone
    arc_width: float  # at the home city; arcs grow thin from there
    min_gap: float  # between the middles of two dots
    spans: tuple[float, ...]  # of a crowd that gets a larger map, in the order they are tried


WIDE = Style(
    name="wide",
    paper=Paper(1120, 460, 600, 110, 64, min_km=2400),
    side_paper=Paper(732, 500, 600, 84, 64, min_km=1800),
    insets_in_row=3,
    max_insets=6,
    inset_heights=(260, 420),
    inset_margin=84,
    land_points=640,
    dot=7,
    home_dot=11,
    min_target=28,
    name_size=18,
    detail_size=14,
    home_size=24,
    max_details=1000,  # seen under the pointer
    arc_width=4.4,
    min_gap=17,
    spans=(110, 70, 170),
)
NARROW = Style(
    name="narrow",
    paper=Paper(344, 280, 430, 40, 44, min_km=1400),
    side_paper=None,
    insets_in_row=1,
    max_insets=8,
    inset_heights=(240, 460),
    inset_margin=44,
    land_points=320,
    dot=6,
    home_dot=8,
    min_target=29,
    name_size=15,
    detail_size=13,
    home_size=18,
    max_details=12,
    arc_width=3.2,
    min_gap=14,
    spans=(44, 28, 18, 70),
)
