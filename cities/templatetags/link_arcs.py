"""The site's signature: an arc from the home city to a partner."""

from math import sqrt

from django import template

from cities.models import City
from content.models import Council
from content.text.distances import short_distance

register = template.Library()

MAX_KM = 20_004  # half-way round the Earth: no place is further away
MIN_SPAN, MAX_SPAN = 44, 132  # px between the two dots
RISE = 0.34  # height of the arc, as a part of its span
MARGIN = 8  # px; room for the shapes at the ends


@register.inclusion_tag("components/place/link_arc.html")
def link_arc(city: City, km: float | None = None) -> dict[str, object]:
    """Show an arc to `city`, its distance and since when it is linked.

    The longer the distance (`km`, kilometres), the longer the arc. It is solid while the link is
    active, dashed while it is suspended, dotted once it has ended. The partner's end has the
    shape of the link's kind.
    """
    return arc(km) | wide_link_arc(city, km)


@register.inclusion_tag("components/place/wide_link_arc.html")
def wide_link_arc(city: City, km: float | None = None) -> dict[str, object]:
    """Show an arc across the page, over the names of both cities. Takes what `link_arc` takes."""
    council = Council.current()
    in_miles = council is not None and council.uses_miles
    distance = "" if km is None else short_distance(km, in_miles=in_miles)
    return {"city": city, "distance": distance, "council": council}


def arc(km: float | None) -> dict[str, object]:
    """Return the measures of the arc in whole px: its ends and radii, and the box around it.

    The square root keeps near neighbours apart and far ones on the card.
    """
    part = sqrt(min(max(km or 0, 0), MAX_KM) / MAX_KM)
    span = 2 * round((MIN_SPAN + (MAX_SPAN - MIN_SPAN) * part) / 2)
    rise = round(span * RISE)
    return {
        "start": MARGIN,
        "end": MARGIN + span,
        "ground": rise + 3,
        "radius_x": span // 2,
        "radius_y": rise,
        "width": span + 2 * MARGIN,
        "height": rise + 3 + MARGIN,
    }
