"""Cards and lists of cities and their anniversaries."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from cities.anniversaries import Anniversary
from cities.atlas import DrawnMap
from cities.models import City
from content.models import SharedRows
from content.web.remembered_html import remembered_html

register = template.Library()


@register.simple_tag
def city_card(city: City, *, level: int = 3) -> SafeString:
    """Show a city on a card. `level` is that of its heading.

    The view sets `city.distance_km` if the distance is known.
    """
    return remembered_html(
        "components/card/city_card.html", city=city, distance=city.distance_km, level=level
    )


@register.simple_tag
def city_cards(cities: SharedRows[City], *, level: int = 3) -> SafeString:
    """Show cities on cards, as `city_card` does, in a grid."""
    return remembered_html("components/card/city_cards.html", cities=cities, level=level)


@register.simple_tag
def city_index(cities: SharedRows[City]) -> SafeString:
    """Name cities and their countries in columns, where cards alone would take several pages."""
    return remembered_html("components/list/city_index.html", cities=cities)


@register.inclusion_tag("components/place/anniversary_list.html")
def anniversary_list(
    anniversaries: Sequence[Anniversary], *, has_timeline_link: bool = False
) -> dict[str, object]:
    """Show round years that are coming, under a heading.

    The page loads `css/components/anniversaries.css`.
    """
    return {"anniversaries": anniversaries, "has_timeline_link": has_timeline_link}


@register.simple_tag
def city_map(atlas: DrawnMap, *, caption: str = "") -> SafeString:
    """Show the home city and its partners on a map; below it what shapes, lines, numbers mean.

    The page loads `css/components/atlas.css` and `atlas_list.css`. Needs no script: names are
    links, and of a wide and a narrow layout the style sheet shows one.
    """
    return remembered_html("components/map/atlas.html", atlas=atlas, caption=caption)
