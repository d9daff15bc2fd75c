"""Linked data (https://schema.org) for search engines, as JSON-LD in the page.

`{% json_ld %}` of `content/templatetags/json_ld.py` writes it; each app describes its own
things in a `linked_data.py`. A browser does not run such a block, so the policy against inline
scripts does not concern it (HTML standard, 4.12.1).
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from content.models import Council, Picture
from content.text.contact_addresses import written_number

CONTEXT = "https://schema.org"
# As `json_script` of Django: nothing in a text may end the element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}

Data = dict[str, object]


def script(data: Data | list[Data]) -> SafeString:
    """Return the script element with `data`, without empty values."""
    text = json.dumps(with_context(data), ensure_ascii=False, default=str).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


def with_context(data: Data | list[Data]) -> Data:
    """Return `data` with the context of schema.org and without empty values."""
    if isinstance(data, list):
        return {"@context": CONTEXT, "@graph": [_filled(one) for one in data]}
    return {"@context": CONTEXT} | _filled(data)


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _filled(part) for name, part in value.items() if part not in (None, "", [], {})
        }
    if isinstance(value, list):
        return [_filled(part) for part in value]
    return value


def absolute(path: str) -> str:
    """Return the full address of a page or file of this site."""
    return f"{settings.SITE_URL}{path}"


def image(picture: Picture | None) -> Data | None:
    """Return a picture with its caption, creator and licence."""
    if picture is None:
        return None
    return {
        "@type": "ImageObject",
        "contentUrl": absolute(picture.file.url),
        "width": picture.width,
        "height": picture.height,
        "caption": str(picture.caption or picture.alt),
        "creditText": picture.creator,
        "license": picture.licence_url,
    }


def coordinates(latitude: Decimal, longitude: Decimal) -> Data:
    """Return a place on the globe, in degrees."""
    return {
        "@type": "GeoCoordinates",
        "latitude": float(latitude),
        "longitude": float(longitude),
    }


def council_data(council: Council) -> Data:
    """Return the council as the organisation that publishes the site."""
    return {
        "@type": "GovernmentOrganization",
        "@id": absolute("/#council"),
        "name": str(council.name),
        "url": council.website or absolute("/"),
        "telephone": written_number(council.phone),
        "email": council.email,
        "logo": image(council.logo),
        "address": address(council.office_address, council.home_city_name, council.country.code),
        "areaServed": {"@type": "City", "name": str(council.home_city_name)},
        "sameAs": [address.url for address in council.at_social_networks],
    }


def address(street: object, town: object, country: str) -> Data:
    """Return a postal address, with `street` in one line."""
    return {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(line.strip() for line in str(street).splitlines() if line),
        "addressLocality": str(town),
        "addressCountry": country,
    }


def breadcrumbs(links: Iterable[Mapping[str, object]], current: object) -> Data:
    """Return the breadcrumbs of a page with the title `current`.

    `links` are those above it, the home page first, each with `title` and `url` (a path).
    """
    pages = [*links, {"title": current, "url": ""}]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(page["title"]),
                "item": absolute(str(page["url"])) if page["url"] else "",
            }
            for position, page in enumerate(pages, start=1)
        ],
    }
