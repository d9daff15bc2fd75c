"""The site's signature: an arc from the home city to a partner."""

from math import sqrt

from django import template

register = template.Library()

HALF_WAY_ROUND = 20_004  # km; no place is further away
MIN_SPAN, MAX_SPAN = 44, 132  # px between the two dots
RISE = 0.34  # height of the arc, as a part of its span
MARGIN = 8  # room for the shapes at the ends


@register.inclusion_tag("components/place/link_arc.html", takes_context=True)
def link_arc(context, city, km=None) -> dict:
    """Draw the arc to `city`; a longer distance (`km`, kilometres) makes a longer arc."""
    return arc(km) | {"city": city, "km": rounded(km), "council": context["council"]}


@register.inclusion_tag("components/place/wide_link_arc.html", takes_context=True)
def wide_link_arc(context, city, km=None) -> dict:
    """Draw the arc across the page, over the names of both cities."""
    return {"city": city, "km": rounded(km), "council": context["council"]}


def arc(km: float | None) -> dict[str, int]:
    """Measures of the arc in whole px: its ends and radii, and the box around it.

    The square root keeps near neighbours apart and far ones on the card.
    """
    part = sqrt(min(max(km or 0, 0), HALF_WAY_ROUND) / HALF_WAY_ROUND)
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


def rounded(km: float | None) -> int | None:
    """As exact as the middle of a city is: to ten, from a thousand on to a hundred."""
    if km is None:
        return None
    return round(km, -2 if km >= 1000 else -1) if km >= 100 else round(km)
