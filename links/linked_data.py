"""Voluntary groups as linked data (https://schema.org/NGO)."""

from collections.abc import Iterable

from cities.models import City
from content.web.linked_data import Data, absolute, image
from links.models import LinkGroup


def group_data(
    group: LinkGroup, cities: Iterable[City] = (), umbrella: LinkGroup | None = None
) -> Data:
    """Return the linked data of a group. Load its picture with it."""
    url = absolute(group.get_absolute_url())
    return {
        "@type": "NGO",
        "@id": f"{url}#group",
        "name": str(group.name),
        "description": str(group.summary),
        "url": group.website or url,
        "mainEntityOfPage": url,
        "image": image(group.picture),
        "areaServed": [
            {
                "@type": "City",
                "@id": f"{absolute(city.get_absolute_url())}#city",
                "name": str(city.name),
            }
            for city in cities
        ],
        "parentOrganization": {
            "@type": "NGO",
            "@id": f"{absolute(umbrella.get_absolute_url())}#group",
            "name": str(umbrella.name),
        }
        if umbrella
        else None,
        "sameAs": [address.url for address in group.at_social_networks],
    }
