"""Draws the map of the home city and its partners.

The page loads `css/components/atlas.css`, and the template `components/map/atlas.html` turns a
`DrawnMap` into SVG. `draw_map()` does not read the database and caches its last answers, so that a
page pays for a map only when something on it has changed.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cities.atlas import descriptions
from cities.atlas.geometry.geodesy import distance_km, great_circle
from cities.atlas.land.ground import Ground
from cities.atlas.layout.map_parts import Layout
from cities.atlas.layout.overview import plan_overview
from cities.atlas.layout.plan import plan_layouts
from cities.atlas.place import Partner, Place

# Up to here years and distances are shown beside every name, and not only under the pointer.
MAX_UNCROWDED = 12
# With more places the map is an overview: so many names could not be read, least on a phone.
MAX_NAMED = 36


@dataclass(frozen=True)
class ListEntry:
    """A place in words; its HTML marks other languages."""

    place: Place
    number: int
    is_numbered: bool  # one of the layouts shows the number instead of the name
    facts: str
    name_html: SafeString
    facts_html: SafeString


@dataclass(frozen=True)
class DrawnMap:
    """A map in its two layouts, and its places in words, of which an overview has none."""

    home: Place
    layouts: tuple[Layout, ...]
    entries: tuple[ListEntry, ...]
    kinds: tuple[Place, ...]  # one example of each kind, for the legend
    statuses: tuple[Place, ...]  # one example of each status other than active
    is_crowded: bool
    is_overview: bool = False  # dots without names and links, which are left to the list

    @property
    def ground(self) -> Ground:
        """The ground of the main pictures, which share it."""
        return self.layouts[0].pictures[0].ground

    @property
    def numbered_entries(self) -> list[ListEntry]:
        """The places that a layout shows by number, for the key to the numbers."""
        return [entry for entry in self.entries if entry.is_numbered]


def draw_map(home: Place, places: list[Place]) -> DrawnMap:
    """Draw the home city, the places and the arcs between them.

    Args:
        places: in the order of the list. May be empty.

    Returns:
        The map; of more than `MAX_NAMED` places an overview.
    """
    if len(places) > MAX_NAMED:
        layouts = plan_overview(home, places)
        return DrawnMap(home, layouts, (), (), (), is_crowded=True, is_overview=True)
    return _draw(home, tuple(places), get_language())


@lru_cache(maxsize=64)
def _draw(home: Place, places: tuple[Place, ...], language: str) -> DrawnMap:
    """Draw in the active language, which `language` names for the cache."""
    distances = [distance_km(home.degrees, place.degrees) for place in places]
    partners = [
        Partner(
            place,
            number,
            descriptions.detail_line(place, km, in_miles=home.in_miles),
            descriptions.full_sentence(place, home, km),
            tuple(great_circle(home.degrees, place.degrees, step_km=max(20, km / 60))),
        )
        for number, (place, km) in enumerate(zip(places, distances, strict=True), start=1)
    ]
    layouts = plan_layouts(home, partners)
    numbered = _numbered(layouts)
    return DrawnMap(
        home=home,
        layouts=layouts,
        entries=tuple(
            ListEntry(
                place=place,
                number=number,
                is_numbered=place.key in numbered,
                facts=descriptions.facts(place, km, in_miles=home.in_miles),
                name_html=descriptions.name_html(place),
                facts_html=descriptions.facts_html(place, km, in_miles=home.in_miles),
            )
            for number, (place, km) in enumerate(zip(places, distances, strict=True), start=1)
        ),
        kinds=tuple({place.kind: place for place in reversed(places)}.values())[::-1],
        statuses=tuple(
            {place.status: place for place in places if place.status != "active"}.values()
        ),
        is_crowded=len(places) > MAX_UNCROWDED,
    )


def _numbered(layouts: tuple[Layout, ...]) -> set[str]:
    """Return the keys of the places that a layout shows by number."""
    return {
        mark.place.key
        for layout in layouts
        for picture in layout.pictures
        for mark in picture.marks
        if mark.label and mark.label.is_number
    }
