"""Cards and lists of cities and their anniversaries."""

from collections.abc import Sequence

from django import template
from django.template import Context

from cities.anniversaries import Anniversary
from cities.atlas import DrawnMap
from cities.models import City

register = template.Library()


@register.inclusion_tag("components/card/city_card.html", takes_context=True)
def city_card(context: Context, city: City, *, level: int = 3) -> dict[str, object]:
    """Show a city on a card. `level` is that of its heading.

    The view sets `city.distance_km` if the distance is known. Needs `council` in the context.
    """
    return {"city": city, "level": level, "council": context["council"]}


@register.inclusion_tag("components/place/anniversary_list.html")
def anniversary_list(
    anniversaries: Sequence[Anniversary], *, has_timeline_link: bool = False
) -> dict[str, object]:
    """Show round years that are coming, under a heading.

    The page loads `css/components/anniversaries.css`.
    """
    return {"anniversaries": anniversaries, "has_timeline_link": has_timeline_link}


@register.inclusion_tag("components/map/atlas.html")
def city_map(atlas: DrawnMap, *, caption: str = "") -> dict[str, object]:
    """Show the home city and its partners on a map; below it what shapes, lines, numbers mean.

    The page loads `css/components/atlas.css` and `atlas_list.css`. Needs no script: names are
    links, and of a wide and a narrow layout the style sheet shows one.
    """
    return {"atlas": atlas, "caption": caption}
