"""One picture in the making."""

from dataclasses import dataclass

from cities.atlas import strokes
from cities.atlas.choices import Dot, Placing
from cities.atlas.crowding import spread
from cities.atlas.framing import Box, Frame
from cities.atlas.geodesy import Degrees
from cities.atlas.graticule import graticule_path
from cities.atlas.labels import place_labels
from cities.atlas.land import land_path
from cities.atlas.lettering import width
from cities.atlas.places import Place
from cities.atlas.plates import Arc, Label, Mark, Plate, Window
from cities.atlas.projection import Point
from cities.atlas.styles import Style

EDGE = 5  # names keep this far from the edge
ARC_END = 1.2
TAB = 16  # the side of the square with a window's letter, on top of its corner
# Indexes of the boxes that a name may take: with the detail below it, alone, as a number.
FULL, NAME, NUMBER = range(3)


@dataclass(frozen=True)
class Bond:
    """A place, what is said of it and the line that leads to it."""

    place: Place
    number: int
    detail: str
    sentence: str
    line: tuple[Degrees, ...]


class Sheet:
    """Dots, lines and names of one picture.

    Args:
        home: None where the home city is not in the picture.
        bonds: the places that the picture shows.
        groups: keys of places that only get a point, because larger maps name them.
        has_details: whether names keep room for years and distances below them.
    """

    def __init__(
        self,
        home: Place | None,
        bonds: list[Bond],
        style: Style,
        frame: Frame,
        groups: list[set[str]] | None = None,
        *,
        has_details: bool = True,
    ) -> None:
        self.home, self.style, self.frame = home, style, frame
        self.has_details = has_details
        self.groups = groups or []
        self.hidden = set().union(*self.groups)
        self.true_spots = {
            place.key: frame.at((place.longitude, place.latitude))
            for place in [*(bond.place for bond in bonds), *([home] if home else [])]
        }
        if home:
            self.hidden.discard(home.key)
        self.bonds = [bond for bond in bonds if bond.place.key not in self.hidden]
        self.lines = {bond.place.key: frame.lines(list(bond.line)) for bond in self.bonds}
        shown = {key: spot for key, spot in self.true_spots.items() if key not in self.hidden}
        self.spots = spread(shown, style.min_gap, frame.width, frame.height)
        self.windows = [self._window(group) for group in self.groups]
        self.placings = self._placings()

    @property
    def unnamed(self) -> set[str]:
        """Places for whose name there is no room."""
        return {
            bond.place.key
            for bond in self.bonds
            if bond.place.key not in self.placings or self.placings[bond.place.key].size == NUMBER
        }

    def plate(self) -> Plate:
        """The finished picture."""
        marks = [
            Mark(
                bond.place,
                bond.number,
                bond.detail,
                bond.sentence,
                *self._rounded(bond.place.key),
                self._label(bond.place.key),
            )
            for bond in self.bonds
        ]
        if self.home:
            key = self.home.key
            marks.append(Mark(self.home, 0, "", "", *self._rounded(key), self._label(key)))
        return Plate(
            letter="",
            x=0,
            y=0,
            width=round(self.frame.width, 1),
            height=round(self.frame.height, 1),
            land=land_path(self.frame, self.style.land_points),
            graticule=graticule_path(self.frame),
            arcs=tuple(self._arc(bond) for bond in self.bonds),
            marks=tuple(marks),
            points=tuple(
                (round(x, 1), round(y, 1))
                for x, y in (self.true_spots[key] for key in sorted(self.hidden))
            ),
            windows=tuple(self.windows),
        )

    def _arc(self, bond: Bond) -> Arc:
        lines = self.lines[bond.place.key]
        if bond.place.status == "active":
            path = strokes.tapered_path(lines, self.style.arc_width, ARC_END)
        else:
            path = strokes.open_path(lines)
        return Arc(bond.place.key, bond.place.status, path)

    def _placings(self) -> dict[str, Placing]:
        dots = [self._dot(bond) for bond in self.bonds]
        if self.home:
            name = width(self.home.name, self.style.home_size, "home") + 4
            size = (name, self.style.home_size * 1.3)
            spot = self.spots[self.home.key]
            # The home city is always named, if need be over the edge of a window.
            dots.append(Dot(self.home.key, spot, self.style.home_dot, (size,), may_cover=True))
        field = Box(EDGE, EDGE, self.frame.width - EDGE, self.frame.height - EDGE)
        lines = [line for pieces in self.lines.values() for line in pieces]
        points = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in map(self.true_spots.get, self.hidden)]
        tabs = [
            Box(window.box.left, window.box.top - TAB, window.box.left + TAB, window.box.top)
            for window in self.windows
        ]
        taken = [*points, *tabs, *(window.box for window in self.windows)]
        return place_labels(dots, field, lines, taken)

    def _dot(self, bond: Bond) -> Dot:
        style = self.style
        name = width(bond.place.name, style.name_size, "name") + 4
        detail = width(bond.detail, style.detail_size, "detail") + 4
        number = max(style.min_target, width(str(bond.number), style.name_size, "name") + 4)
        name_height = max(style.min_target, style.name_size * 1.2)
        full_height = style.name_size * 1.2 + style.detail_size * 1.25
        full = (max(name, detail), full_height) if self.has_details else (name, name_height)
        sizes = full, (name, name_height), (number, style.min_target)
        return Dot(bond.place.key, self.spots[bond.place.key], style.dot, sizes)

    def _window(self, group: set[str]) -> Window:
        xs, ys = zip(*(self.true_spots[key] for key in group), strict=True)
        box = Box(min(xs), min(ys), max(xs), max(ys)).grown(self.style.min_gap * 0.8)
        return Window("", box.rounded())

    def _rounded(self, key: str) -> Point:
        return round(self.spots[key][0], 1), round(self.spots[key][1], 1)

    def _label(self, key: str) -> Label | None:
        placing = self.placings.get(key)
        if placing is None:
            return None
        style, box = self.style, placing.box
        is_home = self.home is not None and key == self.home.key
        is_full = placing.size == FULL and self.has_details and not is_home
        size = style.home_size if is_home else style.name_size
        name_height = size * 1.2 if is_full else box.height
        x = {"start": box.left + 2, "end": box.right - 2, "middle": (box.left + box.right) / 2}
        return Label(
            box=box.rounded(),
            anchor=placing.side,
            x=round(x[placing.side], 1),
            name_y=round(box.top + name_height / 2 + size * 0.34, 1),
            detail_y=round(box.top + name_height + style.detail_size * 0.95, 1),
            has_room_for_detail=is_full,
            is_number=placing.size == NUMBER,
            leader=strokes.open_path([list(placing.leader)]) if placing.leader else "",
        )
