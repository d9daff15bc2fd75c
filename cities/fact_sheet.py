"""The fact sheet of a city, a PDF for schools and visitors."""

from django.conf import settings

from cities.maps import city_map, set_distances
from cities.models import City
from content.models import Council
from content.pdf.rendering import render_html
from content.text.distances import long_distance
from content.web.rich_text import references_in


def fact_sheet_html(city: City) -> str:
    """Return the HTML of a city's fact sheet in the active language.

    Nothing in it changes with time alone, so that the PDF can be kept.
    """
    council = Council.current()
    set_distances([city], council)
    distance = ""
    if council and city.distance_km is not None:
        distance = long_distance(city.distance_km, in_miles=council.uses_miles)
    return render_html(
        "pdf/fact_sheet.html",
        {
            "atlas": city_map([city], council),
            "city": city,
            "council": council,
            "distance": distance,
            "groups": city.groups.published().in_order(),
            "milestones": list(city.milestones.in_order()),
            "page_url": f"{settings.SITE_URL}{city.get_absolute_url()}",
            "references": references_in(city.body),
            "themes": list(city.themes.all()),
        },
    )
