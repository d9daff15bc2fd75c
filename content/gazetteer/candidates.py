"""What an officer is offered for what they typed: places of that name, or the point pasted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from content.gazetteer import places
from content.gazetteer.building import folded
from content.gazetteer.coordinates import read_point
from content.gazetteer.map_addresses import is_address
from content.gazetteer.places import Place
from content.gazetteer.point import CoordinatesError, Point
from content.text.countries import SortedCountries
from content.text.dates import active_locale
from content.text.distances import short_distance

# Farther away, the place says nothing about a point.
MAX_KM_TO_PLACE = 50
MAX_LETTERS_OF_NAME = 200


@dataclass(frozen=True)
class Candidate:
    """A point that can be taken over.

    Attributes:
        key: by which `candidate()` finds it again.
        country: two letters; empty if it is not known.
        time_zone: empty if it is not known.
        details: what tells it from others, in words.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    country: str = ""
    time_zone: str = ""
    details: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What was found, and what there is to say about it."""

    said: str
    candidates: list[Candidate] = field(default_factory=list)


def answer(typed: str) -> Answer:
    """Look up a name, a name with its country behind a comma, or coordinates in any usual form."""
    typed = typed.strip()
    if not typed:
        return Answer(_("Type the name of a place, or paste coordinates."))
    try:
        if re.search(r"\d", typed) or is_address(typed):
            return Answer(_("These coordinates:"), [_at(read_point(typed))])
    except CoordinatesError as error:
        # Some names hold numbers.
        named = _named(typed) if len(folded(re.sub(r"\d", "", typed))) >= places.MIN_LETTERS else []
        return _of_places(named, str(error)) if not is_address(typed) else Answer(str(error))
    except places.NoGazetteerError as error:
        return Answer(str(error))
    try:
        return _of_places(_named(typed), "")
    except places.NoGazetteerError as error:
        return Answer(str(error))


def candidate(key: str) -> Candidate | None:
    """Return the candidate with this key, or None if there is none."""
    if key.isascii() and key.isdecimal() and len(key) < 12:
        try:
            place = places.with_key(int(key))
        except places.NoGazetteerError:
            return None
        return _of_place(place) if place else None
    try:
        return _at(read_point(key))
    except CoordinatesError:
        return None


def _of_places(found: list[Place], problem: str) -> Answer:
    if not found:
        return Answer(
            problem
            or _(
                "No place of this name is known here. Try another spelling or the name in "
                "another language, or paste the coordinates from a map."
            )
        )
    shown = found[: places.MAX_PLACES]
    number_of = Counter((place.name, place.country) for place in shown)
    offered = [
        _of_place(place, is_one_of_many=number_of[place.name, place.country] > 1) for place in shown
    ]
    if len(found) > len(shown):
        said = _("These are the biggest. For others write the country behind a comma.")
    else:
        said = ngettext("%(count)s place was found.", "%(count)s places were found.", len(shown))
    return Answer(said % {"count": len(shown)}, offered)


def _of_place(place: Place, *, is_one_of_many: bool = False) -> Candidate:
    names = [place.name]
    if place.country == "US" and place.region.isalpha():
        names.append(place.region)
    country, country_name = _country(place.country)
    names.append(country_name)
    details = []
    if place.population:
        rounded = round(place.population, 3 - len(str(place.population)))
        number = format_decimal(rounded, locale=active_locale())
        details.append(
            ngettext("%(number)s person", "%(number)s people", rounded) % {"number": number}
        )
    if is_one_of_many and (town := places.known_neighbour(place)):
        details.append(_from(town, place.latitude, place.longitude))
    return Candidate(
        str(place.key), ", ".join(filter(None, names)), place.latitude, place.longitude,
        country, place.time_zone, details,
    )  # fmt: skip


def _at(point: Point) -> Candidate:
    """Return the point with country and time zone of the nearest place, which is named."""
    latitude, longitude = point.latitude, point.longitude
    key = f"{latitude},{longitude}"
    try:
        place = places.nearest(latitude, longitude)
    except places.NoGazetteerError as error:
        return Candidate(key, key, latitude, longitude, details=[str(error)])
    if place is None or place.km_to(latitude, longitude) > MAX_KM_TO_PLACE:
        unknown = _("No place is known near it, so that the time zone has to be chosen.")
        return Candidate(key, key, latitude, longitude, details=[unknown])
    country, country_name = _country(place.country)
    name = ", ".join(filter(None, [key, country_name]))
    details = [_from(place, latitude, longitude)]
    return Candidate(key, name, latitude, longitude, country, place.time_zone, details)


def _from(place: Place, latitude: float, longitude: float) -> str:
    km = place.km_to(latitude, longitude)
    return _("%(distance)s from %(place)s") % {
        "distance": short_distance(km, in_miles=False),
        "place": place.name,
    }


def _named(typed: str) -> list[Place]:
    name, _comma, behind = typed[:MAX_LETTERS_OF_NAME].rpartition(",")
    if not folded(name):
        return places.named(typed)
    behind = behind.strip()
    if (codes := _codes(behind)) and (found := places.named(name, frozenset(codes))):
        return found
    # Springfield, IL
    region = behind.upper() if len(behind) == 2 else ""
    if region and (found := places.named(name, frozenset({"US"}), region)):
        return found
    return places.named(name)


def _codes(name: str) -> set[str]:
    """Return the codes of countries with this name or code, in the active language or English."""
    wanted = folded(name)
    codes = {code for code in _names() if code == name.upper()}
    with override("en"):
        codes |= _with_name(wanted, _names().items())
    return codes | _with_name(wanted, _names().items())


def _with_name(wanted: str, names: Iterable[tuple[str, str]]) -> set[str]:
    return {code for code, name in names if folded(name) == wanted}


def _names() -> dict[str, str]:
    return {country.code: str(country.name) for country in SortedCountries()}


def _country(code: str) -> tuple[str, str]:
    """Return code and name, both empty if forms do not offer the country."""
    name = str(SortedCountries().name(code))
    return (code, name) if name else ("", "")
