"""Arrangements of a main picture and insets, which show crowded parts at a larger scale."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from cities.atlas.geometry.frames import Frame, PictureLimits, fit_frame
from cities.atlas.geometry.geodesy import enclosing_circle
from cities.atlas.geometry.projections import Projection, RoundMap, choose_projection
from cities.atlas.layout.crowded_groups import crowded_groups
from cities.atlas.layout.dimensions import Dimensions
from cities.atlas.layout.map_builder import PictureBuilder
from cities.atlas.place import Partner, Place

GAP = 12  # between two pictures
MIN_ENLARGEMENT = 1.7  # of an inset; less is not worth its room
INSET_MIN_KM = 250
INSET_TOP_MARGIN = 48
INSET_HEIGHT, HEIGHT_PER_PLACE = 190, 30  # the greatest height of an inset
MAX_INSETS_BESIDE = 2
MAX_ROW_SHARE, PLACES_PER_SHARE = 2.2, 5  # an inset of many places gets more of its row
EDGE = 16  # the home city is marked on an inset if it lies at least so far inside
INSET_COST = 0.6  # in places without a name
PLACES_PER_NUMBER = 12  # one place in so many may be a number


@dataclass(frozen=True)
class Arrangement:
    """The main picture and insets with their positions (x and y) in the layout."""

    pictures: list[tuple[PictureBuilder, float, float]]
    height: float

    @property
    def cost(self) -> tuple[int, float]:
        """Return its faults, the worst first.

        Places without name and number count most, then places without name, and insets.
        """
        return self.unlabelled, self.unnamed + INSET_COST * (len(self.pictures) - 1)

    @property
    def unnamed(self) -> int:
        """Return how many places are shown without their name."""
        return sum(len(picture.unnamed) for picture, _, _ in self.pictures)

    @property
    def unlabelled(self) -> int:
        """Return how many places are shown with neither name nor number."""
        return sum(len(picture.unlabelled) for picture, _, _ in self.pictures)

    def is_good_enough(self) -> bool:
        """Return whether no other arrangement needs to be tried."""
        places = sum(len(picture.partners) for picture, _, _ in self.pictures)
        return not self.unlabelled and self.unnamed <= places // PLACES_PER_NUMBER


class Arranger:
    """Tries arrangements of the same places."""

    def __init__(self, home: Place, partners: list[Partner], dimensions: Dimensions) -> None:
        self.home, self.partners, self.dimensions = home, partners, dimensions
        self.has_details = len(partners) <= dimensions.max_details
        places = [home, *(partner.place for partner in partners)]
        self.degrees = {place.key: place.degrees for place in places}
        self.projection: Projection = choose_projection(
            list(self.degrees.values()), [list(partner.route) for partner in partners]
        )

    def arrangements(self) -> Iterator[Arrangement]:
        """Yield arrangements, each of which tries to name what the ones before could not."""
        unnamed: set[str] = set()
        for span in self.dimensions.group_spans:
            main = self._main(self.dimensions.main_limits, span, unnamed)
            limits_beside = self.dimensions.limits_beside_insets
            if main.groups and limits_beside and isinstance(self.projection, RoundMap):
                beside = self._main(limits_beside, span, unnamed)
                if 0 < len(beside.groups) <= MAX_INSETS_BESIDE:
                    yield self._insets_beside(beside)
                    unnamed |= beside.unnamed
                    continue
            yield self._insets_below(main)
            unnamed |= main.unnamed

    def _main(self, limits: PictureLimits, span: float, unnamed: set[str]) -> PictureBuilder:
        """Build the main picture, with the groups that need an inset."""
        routes = (point for partner in self.partners for point in partner.route)
        frame = fit_frame(self.projection, [*self.degrees.values(), *routes], limits)
        spots = {key: frame.pixel_of(point) for key, point in self.degrees.items()}
        min_distance = self.dimensions.min_dot_distance
        groups = [
            group
            for group in crowded_groups(spots, min_distance, span, unnamed)
            if self._enlargement(frame, group) >= MIN_ENLARGEMENT
        ][: self.dimensions.max_insets]
        return self._picture(self.home, self.partners, frame, groups)

    def _insets_beside(self, main: PictureBuilder) -> Arrangement:
        """Put the insets in a column at the right."""
        count = len(main.groups)
        left = main.frame.width + GAP
        height = (main.frame.height - GAP * (count - 1)) / count
        width = self.dimensions.main_limits.width - left
        insets = [
            (self._inset(group, self._limits(width, height, height)), left, index * (height + GAP))
            for index, group in enumerate(main.groups)
        ]
        return Arrangement([(main, 0, 0), *insets], main.frame.height)

    def _insets_below(self, main: PictureBuilder) -> Arrangement:
        """Put the insets in rows below the main picture."""
        pictures, top = [(main, 0.0, 0.0)], main.frame.height
        in_row = self.dimensions.insets_in_row
        for start in range(0, len(main.groups), in_row):
            row = main.groups[start : start + in_row]
            shares = [min(MAX_ROW_SHARE, max(1, len(group) / PLACES_PER_SHARE)) for group in row]
            width = (self.dimensions.main_limits.width - GAP * (len(row) - 1)) / sum(shares)
            widths = [width * share for share in shares]
            height = max(map(self._inset_height, row, widths))
            left, top = 0.0, top + GAP
            for group, width in zip(row, widths, strict=True):
                inset = self._inset(group, self._limits(width, height, height))
                pictures.append((inset, left, top))
                left += width + GAP
            top += height
        return Arrangement(pictures, top)

    def _inset_height(self, group: set[str], width: float) -> float:
        min_height, max_height = self.dimensions.inset_heights
        max_height = min(max_height, INSET_HEIGHT + HEIGHT_PER_PLACE * len(group))
        limits = self._limits(width, min_height, max(min_height, max_height))
        return self._inset_frame(group, limits).height

    def _inset(self, group: set[str], limits: PictureLimits) -> PictureBuilder:
        frame = self._inset_frame(group, limits)
        x, y = frame.pixel_of(self.home.degrees)
        shows_home = EDGE < x < frame.width - EDGE and EDGE < y < frame.height - EDGE
        partners = [partner for partner in self.partners if partner.place.key in group]
        return self._picture(self.home if shows_home else None, partners, frame)

    def _picture(
        self,
        home: Place | None,
        partners: list[Partner],
        frame: Frame,
        groups: list[set[str]] | None = None,
    ) -> PictureBuilder:
        return PictureBuilder(
            home, partners, self.dimensions, frame, groups, has_details=self.has_details
        )

    def _inset_frame(self, group: set[str], limits: PictureLimits) -> Frame:
        points = [point for key, point in self.degrees.items() if key in group]
        return fit_frame(RoundMap(*enclosing_circle(points)[0]), points, limits)

    def _enlargement(self, frame: Frame, group: set[str]) -> float:
        """Return how many times larger the scale of an inset would be."""
        width = self.dimensions.main_limits.width / self.dimensions.insets_in_row
        inset = self._inset_frame(group, self._limits(width, *self.dimensions.inset_heights))
        spots = [inset.pixel_of(self.degrees[key]) for key in group]
        if max(math.dist(spots[0], spot) for spot in spots) < 2 * self.dimensions.min_dot_distance:
            return 0  # hardly more than one place, which no scale takes apart
        return frame.km_per_px / inset.km_per_px

    def _limits(self, width: float, min_height: float, max_height: float) -> PictureLimits:
        margin = self.dimensions.inset_margin
        return PictureLimits(width, min_height, max_height, margin, INSET_TOP_MARGIN, INSET_MIN_KM)
