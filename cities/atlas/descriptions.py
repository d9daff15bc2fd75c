"""The texts of the map, in the active language."""

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cities.atlas.place import DETAIL_SEPARATOR, Place
from content.text.distances import long_distance, short_distance
from content.text.languages import attributes_for
from content.text.languages import sentence as sentence_html
from content.text.lists import comma, comma_separated


def detail_line(place: Place, km: float, *, in_miles: bool) -> str:
    """Return the small line under a name: “1946 · 400 km”."""
    parts = [place.since, short_distance(km, in_miles=in_miles)]
    if place.status != "active":
        parts.append(place.status_words)
    return DETAIL_SEPARATOR.join(part for part in parts if part)


def facts(place: Place, km: float, *, in_miles: bool) -> str:
    """Return the text in the list: “twin city since 1946, 400 kilometres”."""
    return comma_separated(_facts(place, long_distance(km, in_miles=in_miles), _since(place)))


def name_html(place: Place) -> SafeString:
    """Return the name, with a language mark if it is in another language."""
    return _marked(place.name, place.name_language)


def facts_html(place: Place, km: float, *, in_miles: bool) -> SafeString:
    """Return `facts()`, with language marks on kind and beginning."""
    since: str = _marked(place.kind_words, place.kind_language)
    if place.since:
        beginning = _marked(place.since, place.since_language)
        since = sentence_html(_("%(kind)s since %(since)s"), {"kind": since, "since": beginning})
    words = _facts(place, long_distance(km, in_miles=in_miles), since)
    return format_html_join(comma(), "{}", ((word,) for word in words))


def _marked(words: str, language: str) -> SafeString:
    if not language:
        return conditional_escape(words)
    return format_html("<span{}>{}</span>", attributes_for(language), words)


def _facts(place: Place, distance: str, since: str) -> list[str]:
    words = [since, place.status_words if place.status != "active" else "", distance]
    return [word for word in words if word]


def full_sentence(place: Place, home: Place, km: float) -> str:
    """Return “Leiden, Netherlands: twin city since 1946, 400 kilometres… from Oxford”."""
    name = f"{place.name}, {place.country}" if place.country else place.name
    return _("%(name)s: %(facts)s from %(home)s") % {
        "name": name,
        "facts": facts(place, km, in_miles=home.in_miles),
        "home": home.name,
    }


def _since(place: Place) -> str:
    if not place.since:
        return place.kind_words
    return _("%(kind)s since %(since)s") % {"kind": place.kind_words, "since": place.since}
