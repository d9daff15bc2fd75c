"""The fact sheet of a city for schools and visitors, on paper."""

from django.conf import settings

from cities.atlas.words import distance
from cities.maps import atlas, measure
from cities.models import City
from content.models import Council
from content.pdf.rendering import render_html
from content.web.rich_text import pictures_in


def fact_sheet_html(city: City) -> str:
    """Render the sheet of one city in the active language. It holds nothing that ages by itself."""
    council = Council.current()
    measure([city], council)
    return render_html(
        "pdf/fact_sheet.html",
        {
            "atlas": atlas([city], council),
            "city": city,
            "council": council,
            "distance": distance(city.distance_km) if council else "",
            "groups": city.groups.published().in_order(),
            "milestones": list(city.milestones.in_order()),
            "page_url": f"{settings.SITE_URL}{city.get_absolute_url()}",
            "pictures": pictures_in(city.body),
            "themes": list(city.themes.all()),
        },
    )
