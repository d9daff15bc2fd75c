"""The texts of the map, in the active language."""

from typing import Literal

from babel.units import format_unit
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cities.atlas.geometry.geodesy import KM_PER_MILE
from cities.atlas.place import Place
from content.text.dates import active_locale
from content.text.distances import rounded_km
from content.text.languages import attributes_for
from content.text.languages import sentence as sentence_html

Length = Literal["short", "long", "narrow"]


def kilometres(km: float, length: Length = "short") -> str:
    """Return “400 km”, rounded, as the centre of a city is a matter of opinion."""
    return format_unit(rounded_km(km), "length-kilometer", length, locale=active_locale())


def miles(km: float, length: Length = "long") -> str:
    """Return “250 miles”, rounded."""
    return format_unit(rounded_km(km / KM_PER_MILE), "length-mile", length, locale=active_locale())


def distance_text(km: float) -> str:
    """Return “400 kilometres (250 miles)”, rounded."""
    return _("%(kilometres)s (%(miles)s)") % {
        "kilometres": kilometres(km, "long"),
        "miles": miles(km),
    }


def detail_line(place: Place, km: float) -> str:
    """Return the small line under a name: “1946 · 400 km”."""
    parts = [place.since, kilometres(km)]
    if place.status != "active":
        parts.append(place.status_words)
    return " · ".join(part for part in parts if part)


def facts(place: Place, km: float) -> str:
    """Return the text in the list: “twin city since 1946, 400 kilometres (250 miles)”."""
    return ", ".join(_facts(place, km, _since(place)))


def name_html(place: Place) -> SafeString:
    """Return the name, with a language mark if it is in another language."""
    return _marked(place.name, place.name_language)


def facts_html(place: Place, km: float) -> SafeString:
    """Return `facts()`, with a language mark on a beginning in another language."""
    since = _since(place)
    if place.since_language:
        beginning = _marked(place.since, place.since_language)
        kind = {"kind": place.kind_words, "since": beginning}
        since = sentence_html(_("%(kind)s since %(since)s"), kind)
    return format_html_join(", ", "{}", ((word,) for word in _facts(place, km, since)))


def _marked(words: str, language: str) -> SafeString:
    if not language:
        return conditional_escape(words)
    return format_html("<span{}>{}</span>", attributes_for(language), words)


def _facts(place: Place, km: float, since: str) -> list[str]:
    words = [since, place.status_words if place.status != "active" else "", distance_text(km)]
    return [word for word in words if word]


def full_sentence(place: Place, home: Place, km: float) -> str:
    """Return “Leiden, Netherlands: twin city since 1946, 400 kilometres… from Oxford”."""
    name = f"{place.name}, {place.country}" if place.country else place.name
    return _("%(name)s: %(facts)s from %(home)s") % {
        "name": name,
        "facts": facts(place, km),
        "home": home.name,
    }


def _since(place: Place) -> str:
    if not place.since:
        return place.kind_words
    return _("%(kind)s since %(since)s") % {"kind": place.kind_words, "since": place.since}
