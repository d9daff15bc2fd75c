"""The parts of a drawn map, in pixels and ready for the template."""

from dataclasses import dataclass

from django.utils.html import format_html

from cities.atlas.geometry.boxes import Box
from cities.atlas.geometry.projections import Point
from cities.atlas.land.ground import Ground
from cities.atlas.place import DETAIL_SEPARATOR, Place
from content.text.languages import in_reading_order


@dataclass(frozen=True)
class Label:
    """A name in its position. `box` reacts to the pointer; `leader` is a line from the dot."""

    box: Box
    anchor: str
    x: int
    name_y: int
    detail_y: int
    has_room_for_detail: bool
    is_number: bool
    leader: str


@dataclass(frozen=True)
class Mark:
    """A dot and its name.

    `sentence` is empty where the name stands on the map and no pointer asks for more.
    """

    place: Place
    number: int
    detail: str
    sentence: str
    x: float
    y: float
    label: Label | None

    @property
    def detail_html(self) -> str:
        """The detail line, with a language mark on a beginning in another language."""
        since, language = self.place.since, self.place.since_language
        line = in_reading_order(self.detail, DETAIL_SEPARATOR)
        if not language:
            return line
        before, _since, rest = line.partition(since)
        return format_html('{}<tspan lang="{}">{}</tspan>{}', before, language, since, rest)


@dataclass(frozen=True)
class Arc:
    """The line from the home city to a place; `d` is filled for an active link, else stroked."""

    key: str
    number: int  # of the place
    status: str
    d: str


@dataclass(frozen=True)
class InsetOutline:
    """The part of the main picture that an inset shows at a larger scale."""

    letter: str
    box: Box


@dataclass(frozen=True)
class MapPicture:
    """One picture in the layout: the main picture or an inset."""

    letter: str  # of an inset, where there are several
    x: float
    y: float
    width: float
    height: float
    ground: Ground
    arcs: tuple[Arc, ...]
    marks: tuple[Mark, ...]
    points: tuple[Point, ...]  # places that an inset names
    inset_outlines: tuple[InsetOutline, ...]
    id: str = ""  # unique on the map


@dataclass(frozen=True)
class Layout:
    """All pictures for one width of the page."""

    name: str
    width: float
    height: float
    pictures: tuple[MapPicture, ...]
