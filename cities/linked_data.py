"""Partner cities as linked data (https://schema.org/City)."""

from collections.abc import Iterable

from cities.models import City, WebLink
from content.web.linked_data import Data, absolute, coordinates, image


def city_data(city: City, web_links: Iterable[WebLink] = ()) -> Data:
    """Return a city as linked data. The city's picture should be selected with it."""
    url = absolute(city.get_absolute_url())
    return {
        "@type": "City",
        "@id": f"{url}#city",
        "name": str(city.name),
        "description": str(city.summary),
        "mainEntityOfPage": url,
        "image": image(city.picture),
        "geo": coordinates(city.latitude, city.longitude),
        "containedInPlace": {
            "@type": "Country",
            "name": city.country.name,
            "identifier": city.country.code,
        },
        "sameAs": [link.url for link in web_links],
    }
