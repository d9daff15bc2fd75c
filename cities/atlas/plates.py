"""What a finished map consists of. Measures are pixels; all values are ready for the template."""

from dataclasses import dataclass

from django.utils.html import format_html

from cities.atlas.framing import Box
from cities.atlas.places import Place
from cities.atlas.projection import Point


@dataclass(frozen=True)
class Label:
    """A name in its place. `box` reacts to the pointer; `leader` is a line from the dot."""

    box: Box
    anchor: str
    x: float
    name_y: float
    detail_y: float
    has_room_for_detail: bool
    is_number: bool
    leader: str


@dataclass(frozen=True)
class Mark:
    """A dot and its name."""

    place: Place
    number: int
    detail: str
    sentence: str
    x: float
    y: float
    label: Label | None

    @property
    def detail_html(self) -> str:
        """The small line, in which a beginning in another language says so."""
        since, language = self.place.since, self.place.since_language
        if not language:
            return self.detail
        rest = self.detail.removeprefix(since)
        return format_html('<tspan lang="{}">{}</tspan>{}', language, since, rest)


@dataclass(frozen=True)
class Arc:
    """The line from the home city to a place; `d` is filled while the link lives, else stroked."""

    key: str
    status: str
    d: str


@dataclass(frozen=True)
class Window:
    """Where the main map shows what a larger map repeats."""

    letter: str
    box: Box


@dataclass(frozen=True)
class Plate:
    """One picture in the layout."""

    letter: str
    x: float
    y: float
    width: float
    height: float
    land: str
    graticule: str
    arcs: tuple[Arc, ...]
    marks: tuple[Mark, ...]
    points: tuple[Point, ...]  # places that a larger map names
    windows: tuple[Window, ...]
    id: str = ""  # unlike any other on the map


@dataclass(frozen=True)
class Layout:
    """All pictures for one width of the page."""

    name: str
    width: float
    height: float
    plates: tuple[Plate, ...]
