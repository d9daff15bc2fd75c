"""Builds one picture of the map: dots, arcs, names and land."""

from cities.atlas.geometry.boxes import Box
from cities.atlas.geometry.frames import Frame
from cities.atlas.geometry.projections import Point
from cities.atlas.geometry.svg_paths import open_path, tapered_path
from cities.atlas.labels.candidates import Dot, LabelPosition
from cities.atlas.labels.label_placement import place_labels
from cities.atlas.labels.text_width import text_width
from cities.atlas.land.ground import Ground
from cities.atlas.layout.dimensions import Dimensions
from cities.atlas.layout.dot_spacing import separate_dots
from cities.atlas.layout.map_parts import Arc, InsetOutline, Label, MapPicture, Mark
from cities.atlas.place import Partner, Place

EDGE = 5  # names keep this far from the edge
ARC_END_WIDTH = 1.2
LETTER_TAB = 16  # the side of the square with an inset's letter, above the outline's corner
# Indexes of the boxes that a name may take: with the detail below it, alone, as a number.
WITH_DETAIL, NAME_ONLY, NUMBER = range(3)


class PictureBuilder:
    """Positions dots, arcs and names of one picture.

    Args:
        home: None where the home city is not in the picture.
        partners: the partners that the picture shows.
        groups: keys of places that only get a point, because insets name them.
        has_details: whether room is kept for years and distances below the names.
    """

    def __init__(
        self,
        home: Place | None,
        partners: list[Partner],
        dimensions: Dimensions,
        frame: Frame,
        groups: list[set[str]] | None = None,
        *,
        has_details: bool = True,
    ) -> None:
        self.home, self.dimensions, self.frame = home, dimensions, frame
        self.has_details = has_details
        self.groups = groups or []
        self.in_insets: set[str] = set().union(*self.groups)
        self.true_spots = {
            place.key: frame.pixel_of(place.degrees)
            for place in [*(partner.place for partner in partners), *([home] if home else [])]
        }
        if home:
            self.in_insets.discard(home.key)
        self.partners = [one for one in partners if one.place.key not in self.in_insets]
        self.lines = {
            partner.place.key: frame.pixel_lines(list(partner.route)) for partner in self.partners
        }
        shown = {key: spot for key, spot in self.true_spots.items() if key not in self.in_insets}
        self.spots = separate_dots(shown, dimensions.min_dot_distance, frame.width, frame.height)
        self.inset_outlines = [self._inset_outline(group) for group in self.groups]
        self.label_positions = self._label_positions()

    @property
    def unnamed(self) -> set[str]:
        """The keys of places for whose names there is no room."""
        return {
            partner.place.key
            for partner in self.partners
            if partner.place.key not in self.label_positions
            or self.label_positions[partner.place.key].size == NUMBER
        }

    @property
    def unlabelled(self) -> set[str]:
        """The keys of places that have neither a name nor a number."""
        return {one.place.key for one in self.partners} - self.label_positions.keys()

    def build(self, ground: Ground) -> MapPicture:
        """Return the finished picture."""
        marks = [self._mark(partner) for partner in self.partners]
        if self.home:
            key = self.home.key
            marks.append(Mark(self.home, 0, "", "", *self._rounded(key), self._label(key)))
        return MapPicture(
            letter="",
            x=0,
            y=0,
            width=round(self.frame.width),
            height=round(self.frame.height),
            ground=ground,
            arcs=tuple(self._arc(partner) for partner in self.partners),
            marks=tuple(marks),
            points=tuple(
                (round(x), round(y))
                for x, y in (self.true_spots[key] for key in sorted(self.in_insets))
            ),
            inset_outlines=tuple(self.inset_outlines),
        )

    def _mark(self, partner: Partner) -> Mark:
        key, label = partner.place.key, self._label(partner.place.key)
        needs_sentence = self.dimensions.has_tooltips or not label or label.is_number
        return Mark(
            partner.place,
            partner.number,
            partner.detail,
            partner.sentence if needs_sentence else "",
            *self._rounded(key),
            label,
        )

    def _arc(self, partner: Partner) -> Arc:
        lines = self.lines[partner.place.key]
        if partner.place.status == "active":
            path = tapered_path(lines, self.dimensions.arc_width, ARC_END_WIDTH)
        else:
            path = open_path(lines)
        return Arc(partner.place.key, partner.number, partner.place.status, path)

    def _label_positions(self) -> dict[str, LabelPosition]:
        dots = [self._dot(partner) for partner in self.partners]
        if self.home:
            dots.append(self._home_dot(self.home))
        field = Box(EDGE, EDGE, self.frame.width - EDGE, self.frame.height - EDGE)
        lines = [line for pieces in self.lines.values() for line in pieces]
        hidden = [self.true_spots[key] for key in self.in_insets]
        points = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in hidden]
        outlines = [outline.box for outline in self.inset_outlines]
        tabs = [
            Box(box.left, box.top - LETTER_TAB, box.left + LETTER_TAB, box.top) for box in outlines
        ]
        return place_labels(dots, field, lines, [*points, *tabs, *outlines])

    def _home_dot(self, home: Place) -> Dot:
        """Return the dot of the home city, which is named even over the outline of an inset."""
        size = self.dimensions.home_size
        box = (text_width(home.name, size, "home") + 4, size * 1.3)
        radius = self.dimensions.home_dot_radius
        return Dot(home.key, self.spots[home.key], radius, (box,), may_cover=True)

    def _dot(self, partner: Partner) -> Dot:
        sizes = self.dimensions
        name = text_width(partner.place.name, sizes.name_size, "name") + 4
        detail = text_width(partner.detail, sizes.detail_size, "detail") + 4
        number = text_width(str(partner.number), sizes.name_size, "name") + 4
        name_box = (name, max(sizes.min_target, sizes.name_size * 1.2))
        number_box = (max(sizes.min_target, number), sizes.min_target)
        box_with_detail = name_box
        if self.has_details:
            height = sizes.name_size * 1.2 + sizes.detail_size * 1.25
            box_with_detail = (max(name, detail), height)
        key = partner.place.key
        boxes = (box_with_detail, name_box, number_box)
        return Dot(key, self.spots[key], sizes.dot_radius, boxes)

    def _inset_outline(self, group: set[str]) -> InsetOutline:
        xs, ys = zip(*(self.true_spots[key] for key in group), strict=True)
        box = Box(min(xs), min(ys), max(xs), max(ys))
        return InsetOutline("", box.expanded(self.dimensions.min_dot_distance * 0.8).rounded())

    def _rounded(self, key: str) -> Point:
        return round(self.spots[key][0]), round(self.spots[key][1])

    def _label(self, key: str) -> Label | None:
        position = self.label_positions.get(key)
        if position is None:
            return None
        dimensions, box = self.dimensions, position.box
        is_home = self.home is not None and key == self.home.key
        has_detail = position.size == WITH_DETAIL and self.has_details and not is_home
        size = dimensions.home_size if is_home else dimensions.name_size
        name_height = size * 1.2 if has_detail else box.height
        x = {"start": box.left + 2, "end": box.right - 2, "middle": (box.left + box.right) / 2}
        return Label(
            box=box.rounded(),
            anchor=position.side,
            x=round(x[position.side]),
            name_y=round(box.top + name_height / 2 + size * 0.34),
            detail_y=round(box.top + name_height + dimensions.detail_size * 0.95),
            has_room_for_detail=has_detail,
            is_number=position.size == NUMBER,
            leader=open_path([list(position.leader)]) if position.leader else "",
        )
