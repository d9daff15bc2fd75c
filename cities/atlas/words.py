"""The sentences of the map, in the active language."""

from babel.numbers import format_decimal
from babel.units import format_unit
from django.utils.translation import gettext as _

from cities.atlas.geodesy import KM_PER_MILE
from cities.atlas.places import Place
from content.dates import active_locale
from content.templatetags.bonds import rounded


def kilometres(km: float, length: str = "short") -> str:
    """“400 km”, as exactly as the middle of a city is known."""
    return format_unit(rounded(km), "length-kilometer", length, locale=active_locale())


def miles(km: float, length: str = "long") -> str:
    """“250 miles”."""
    return format_unit(rounded(km / KM_PER_MILE), "length-mile", length, locale=active_locale())


def distance(km: float) -> str:
    """“400 kilometres (250 miles)”."""
    return _("%(kilometres)s (%(miles)s)") % {
        "kilometres": kilometres(km, "long"),
        "miles": miles(km),
    }


def number(value: int) -> str:
    """A whole number as the language writes it."""
    return format_decimal(value, locale=active_locale())


def detail(place: Place, km: float) -> str:
    """The small line under a name: “1946 · 400 km”."""
    parts = [place.since, kilometres(km)]
    if place.status != "active":
        parts.append(place.status_words)
    return " · ".join(part for part in parts if part)


def sentence(place: Place, home: Place, km: float) -> str:
    """All about a place in one line: “Leiden, Netherlands: twin city since 1946, 400 km from…”."""
    facts = [_("%(kind)s since %(since)s") if place.since else "%(kind)s"]
    if place.status != "active":
        facts.append("%(status)s")
    facts.append(_("%(distance)s from %(home)s"))
    where = _("%(name)s, %(country)s") if place.country else "%(name)s"
    return f"{where}: {', '.join(facts)}" % {
        "name": place.name,
        "country": place.country,
        "kind": place.kind_words,
        "since": place.since,
        "status": place.status_words,
        "distance": distance(km),
        "home": home.name,
    }
