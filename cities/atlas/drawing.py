"""One call that turns places into the tree of values that the template draws.

    atlas = draw(home, places)                        # in the view
    {% include "components/map/atlas.html" with atlas=atlas only %}   {# in the template #}

The page loads `css/components/atlas.css`. `draw()` touches no database and remembers its last
answers, so that a page pays for a map only when something on it has changed.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cities.atlas import words
from cities.atlas.composing import compose
from cities.atlas.geodesy import Degrees, distance_km, great_circle
from cities.atlas.places import Place
from cities.atlas.plates import Layout
from cities.atlas.sheet import Bond
from cities.atlas.styles import NARROW, WIDE

# Up to here there is room to show years and distances beside every name.
MAX_UNCROWDED = 12


@dataclass(frozen=True)
class Row:
    """A place in the list that says the same as the map; its HTML marks other languages."""

    place: Place
    number: int
    is_numbered: bool  # the map shows only the number
    facts: str
    name_html: SafeString
    facts_html: SafeString


@dataclass(frozen=True)
class Drawing:
    """A map in its two layouts, and the same as a list."""

    key: str
    home: Place
    layouts: tuple[Layout, ...]
    rows: tuple[Row, ...]
    kinds: tuple[Place, ...]  # one example a kind, for the key
    statuses: tuple[Place, ...]  # one example a status other than active
    is_crowded: bool


def draw(home: Place, places: list[Place], key: str = "atlas") -> Drawing:
    """Draw the home city, the places and the arcs between them.

    Args:
        places: in the order of the list. May be empty.
        key: keeps the ids of two maps on one page apart.
    """
    return _draw(home, tuple(places), key, get_language())


@lru_cache(maxsize=64)
def _draw(home: Place, places: tuple[Place, ...], key: str, language: str) -> Drawing:
    start = _degrees(home)
    bonds, rows = [], []
    for number, place in enumerate(places, start=1):
        km = distance_km(start, _degrees(place))
        line = great_circle(start, _degrees(place), step_km=max(20, km / 60))
        detail, sentence = words.detail(place, km), words.sentence(place, home, km)
        bonds.append(Bond(place, number, detail, sentence, tuple(line)))
        html = words.name_html(place), words.facts_html(place, km)
        rows.append((place, number, words.facts(place, km), *html))
    layouts = tuple(compose(home, bonds, style) for style in (WIDE, NARROW))
    numbered = {
        mark.place.key
        for layout in layouts
        for plate in layout.plates
        for mark in plate.marks
        if mark.label and mark.label.is_number
    }
    return Drawing(
        key=key,
        home=home,
        layouts=layouts,
        rows=tuple(
            Row(place, number, place.key in numbered, *facts) for place, number, *facts in rows
        ),
        kinds=tuple({place.kind: place for place in reversed(places)}.values())[::-1],
        statuses=tuple(
            {place.status: place for place in places if place.status != "active"}.values()
        ),
        is_crowded=len(places) > MAX_UNCROWDED,
    )


def _degrees(place: Place) -> Degrees:
    return place.longitude, place.latitude
