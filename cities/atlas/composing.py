"""The pictures of one layout: the main map, and larger maps of where it is too crowded."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cities.atlas.crowding import crowds
from cities.atlas.framing import Frame, Paper, fit
from cities.atlas.geodesy import Degrees, middle
from cities.atlas.places import Place
from cities.atlas.plates import Layout
from cities.atlas.projection import Projection, RoundMap, choose_projection
from cities.atlas.sheet import Bond, Sheet
from cities.atlas.styles import Style

GAP = 12  # between two pictures
# A larger map must be larger by so much to be worth its room.
MIN_GAIN = 1.7
INSET_MIN_KM = 250
INSET_TOP_MARGIN = 48
# A larger map may be as tall as this, and more for every place on it.
INSET_HEIGHT, HEIGHT_PER_PLACE = 190, 30
MAX_PLATES_BESIDE = 2
EDGE = 16  # the home city is marked on a larger map if it lies so far inside
# A larger map is as bad as so many places without a name.
INSET_COST = 0.6
# One in so many places may be a number before another arrangement is tried.
PLACES_PER_NUMBER = 12
LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True)
class Arrangement:
    """The main map and larger ones with their places in the layout."""

    sheets: list[tuple[Sheet, float, float]]
    height: float

    @property
    def cost(self) -> float:
        """How much it leaves to wish for."""
        return self.unnamed + INSET_COST * (len(self.sheets) - 1)

    @property
    def unnamed(self) -> int:
        """How many places are shown without their name."""
        return sum(len(sheet.unnamed) for sheet, _, _ in self.sheets)


def compose(home: Place, bonds: list[Bond], style: Style) -> Layout:
    """Lay out the map for one width: the best of a few arrangements."""
    best = None
    for arrangement in Composer(home, bonds, style).arrangements():
        if best is None or arrangement.cost < best.cost:
            best = arrangement
        if best.unnamed <= len(bonds) // PLACES_PER_NUMBER:
            break
    return _layout(best, style)


def _layout(arrangement: Arrangement, style: Style) -> Layout:
    """Draw the pictures; letters tell several larger maps apart."""
    plates = [
        replace(sheet.plate(), x=round(x, 1), y=round(y, 1), id=f"{style.name}{index}")
        for index, (sheet, x, y) in enumerate(arrangement.sheets)
    ]
    main, *insets = plates
    if len(insets) > 1:
        insets = [replace(plate, letter=LETTERS[index]) for index, plate in enumerate(insets)]
        windows = [
            replace(window, letter=LETTERS[index]) for index, window in enumerate(main.windows)
        ]
        main = replace(main, windows=tuple(windows))
    height = round(arrangement.height, 1)
    return Layout(style.name, style.paper.width, height, (main, *insets))


class Composer:
    """Tries arrangements of the same places."""

    def __init__(self, home: Place, bonds: list[Bond], style: Style) -> None:
        self.home, self.bonds, self.style = home, bonds, style
        self.has_details = len(bonds) <= style.max_details
        self.places = {place.key: _degrees(place) for place in _places(home, bonds)}
        self.projection: Projection = choose_projection(
            list(self.places.values()), [list(bond.line) for bond in bonds]
        )

    def arrangements(self) -> Iterator[Arrangement]:
        """From the plainest to those that try harder."""
        unnamed: set[str] = set()
        for span in self.style.spans:
            main = self._main(self.style.paper, span, unnamed)
            if main.groups and self.style.side_paper and isinstance(self.projection, RoundMap):
                beside = self._main(self.style.side_paper, span, unnamed)
                if 0 < len(beside.groups) <= MAX_PLATES_BESIDE:
                    yield self._beside(beside)
                    unnamed |= beside.unnamed
                    continue
            yield self._below(main)
            unnamed |= main.unnamed

    def _main(self, paper: Paper, span: float, unnamed: set[str]) -> Sheet:
        """The main map, with the groups that need a larger one."""
        shown = [*self.places.values(), *(point for bond in self.bonds for point in bond.line)]
        frame = fit(self.projection, shown, paper)
        spots = {key: frame.at(point) for key, point in self.places.items()}
        groups = [
            group
            for group in crowds(spots, self.style.min_gap, span, unnamed)
            if self._gain(frame, group) >= MIN_GAIN
        ][: self.style.max_insets]
        return Sheet(self.home, self.bonds, self.style, frame, groups, has_details=self.has_details)

    def _beside(self, main: Sheet) -> Arrangement:
        """Larger maps in a column at the right."""
        count = len(main.groups)
        left = main.frame.width + GAP
        height = (main.frame.height - GAP * (count - 1)) / count
        width = self.style.paper.width - left
        insets = [
            (self._inset(group, self._paper(width, height, height)), left, index * (height + GAP))
            for index, group in enumerate(main.groups)
        ]
        return Arrangement([(main, 0, 0), *insets], main.frame.height)

    def _below(self, main: Sheet) -> Arrangement:
        """Larger maps in rows under the main one; a group of many gets more of its row."""
        sheets, top = [(main, 0.0, 0.0)], main.frame.height
        for start in range(0, len(main.groups), self.style.insets_in_row):
            row = main.groups[start : start + self.style.insets_in_row]
            shares = [min(2.2, max(1, len(group) / 5)) for group in row]
            room = (self.style.paper.width - GAP * (len(row) - 1)) / sum(shares)
            least, most = self.style.inset_heights
            height = max(
                self._frame(
                    group,
                    self._paper(
                        room * share,
                        least,
                        max(least, min(most, INSET_HEIGHT + HEIGHT_PER_PLACE * len(group))),
                    ),
                ).height
                for group, share in zip(row, shares, strict=True)
            )
            left, top = 0.0, top + GAP
            for group, share in zip(row, shares, strict=True):
                inset = self._inset(group, self._paper(room * share, height, height))
                sheets.append((inset, left, top))
                left += room * share + GAP
            top += height
        return Arrangement(sheets, top)

    def _inset(self, keys: set[str], paper: Paper) -> Sheet:
        frame = self._frame(keys, paper)
        x, y = frame.at(_degrees(self.home))
        shows_home = EDGE < x < frame.width - EDGE and EDGE < y < frame.height - EDGE
        return Sheet(
            self.home if shows_home else None,
            [bond for bond in self.bonds if bond.place.key in keys],
            self.style,
            frame,
            has_details=self.has_details,
        )

    def _frame(self, keys: set[str], paper: Paper) -> Frame:
        inside = [point for key, point in self.places.items() if key in keys]
        return fit(RoundMap(*middle(inside)[0]), inside, paper)

    def _gain(self, frame: Frame, group: set[str]) -> float:
        """How many times larger a larger map would be."""
        width = self.style.paper.width / self.style.insets_in_row
        larger = self._frame(group, self._paper(width, *self.style.inset_heights))
        spots = [larger.at(self.places[key]) for key in group]
        if max(math.dist(spots[0], spot) for spot in spots) < 2 * self.style.min_gap:
            return 0  # as good as one place
        return frame.km_per_px / larger.km_per_px

    def _paper(self, width: float, least: float, most: float) -> Paper:
        margin = self.style.inset_margin
        return Paper(width, least, most, margin, INSET_TOP_MARGIN, INSET_MIN_KM)


def _places(home: Place, bonds: list[Bond]) -> list[Place]:
    return [home, *(bond.place for bond in bonds)]


def _degrees(place: Place) -> Degrees:
    return place.longitude, place.latitude
