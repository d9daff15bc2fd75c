"""A partner city in the words of schema.org (https://schema.org/City)."""

from collections.abc import Iterable

from cities.models import City, WebLink
from content.web.linked_data import Data, absolute, coordinates, image


def city_data(city: City, web_links: Iterable[WebLink] = ()) -> Data:
    """Describe a city; its picture is read."""
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
