"""Finds the point in an address of a map; nobody is asked for it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.utils.translation import gettext as _

from content.gazetteer.point import CoordinatesError, Point

_NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,20})?"
_PAIR = re.compile(rf"({_NUMBER})\s*[,~ ]\s*({_NUMBER})\s*(?:$|[,;(])")
# Google: the place that was chosen, then the middle of the map
_CHOSEN = re.compile(rf"!3d({_NUMBER})!4d({_NUMBER})")
_MIDDLE = re.compile(rf"/@({_NUMBER}),({_NUMBER})")
# OpenStreetMap: #map=12/45.1885/5.7245
_FRAGMENT = re.compile(rf"(?:^|&)map=\d+(?:\.\d+)?/({_NUMBER})/({_NUMBER})")
# Fields that hold “latitude,longitude” at Google, Apple and Bing, the most exact first
_PAIRS = ("coordinate", "q", "query", "ll", "sll", "destination", "daddr", "center", "cp")
# Fields with one number each at OpenStreetMap and others
_SINGLES = (("mlat", "mlon"), ("lat", "lon"), ("lat", "lng"))
_WITHOUT_SCHEME = re.compile(r"[\w.-]+\.[a-z]{2,}/")


def is_address(text: str) -> bool:
    """Return whether a text is a web address or a geo: URI."""
    start = text.strip().lower()
    return start.startswith(("http://", "https://", "geo:")) or bool(_WITHOUT_SCHEME.match(start))


def point_at(address: str) -> Point | str:
    """Return the point, or the words in the address that name it.

    Raises:
        CoordinatesError: if it holds none, or in another system than WGS 84.
    """
    address = address.strip()
    if address.lower().startswith("geo:"):
        return _of_geo_uri(address[len("geo:") :])
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
    except ValueError as error:
        raise _no_coordinates() from error
    fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if params := fields.get("params"):
        # GeoHack, to which Wikipedia's coordinates lead: 51_45_7_N_1_15_28_W_region:GB
        return re.sub(r"(?<=[EW])_.*", "", params).replace("_", " ")
    if found := _found(parts, fields):
        return Point(float(found[0]), float(found[1]))
    raise _no_coordinates()


def _found(parts: SplitResult, fields: dict[str, str]) -> tuple[str, str] | None:
    path = unquote(parts.path)
    for one, other in _SINGLES:
        if re.fullmatch(_NUMBER, fields.get(one, "")) and re.fullmatch(
            _NUMBER, fields.get(other, "")
        ):
            return fields[one], fields[other]
    if chosen := _CHOSEN.findall(path):
        return chosen[-1]
    pairs = (_PAIR.match(fields[name].strip()) for name in _PAIRS if name in fields)
    found = next(filter(None, pairs), None) or _MIDDLE.search(path)
    found = found or _FRAGMENT.search(parts.fragment)
    return (found[1], found[2]) if found else None


def _of_geo_uri(rest: str) -> Point:
    """Return the point of a geo: URI; phones write geo:0,0?q=48.2,16.4(Name)."""
    path, _mark, query = rest.partition("?")
    coordinates, *parameters = path.split(";")
    for parameter in parameters:
        name, _equals, value = parameter.lower().partition("=")
        if name == "crs" and value != "wgs84":
            raise CoordinatesError(_("Only coordinates of WGS 84 are understood."))
    asked = parse_qs(query).get("q", [""])[0]
    found = _PAIR.match(asked.strip()) or _PAIR.match(coordinates)
    if found is None:
        raise _no_coordinates()
    return Point(float(found[1]), float(found[2]))


def _no_coordinates() -> CoordinatesError:
    return CoordinatesError(
        _(
            "This address holds no coordinates. Open it, wait until the map is there, and copy "
            "the long address; or paste the two numbers."
        )
    )
