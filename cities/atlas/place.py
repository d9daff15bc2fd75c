"""The cities on the map."""

from dataclasses import dataclass

from cities.atlas.geometry.geodesy import Degrees

# No council can call a kind of its own that.
HOME_KIND = ""
# Between the parts of the small line under a name
DETAIL_SEPARATOR = " · "


@dataclass(frozen=True)
class Place:
    """A city as a dot on the map.

    `latitude` and `longitude` are degrees (WGS 84), north and east positive. `kind` is the
    key of a kind of link, `shape` what is drawn for it, and `status` a value of `CityStatus`;
    `kind_words` and `status_words` are what they are called in the active language. `since` is a
    year or words, as far as it is known. `name_language`, `kind_language` and `since_language` are
    the languages of name, kind and beginning where they differ from the active one.
    `in_miles` says of the home city how distances from it are measured.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    kind: str = HOME_KIND
    kind_words: str = ""
    kind_language: str = ""
    shape: str = ""
    status: str = "active"
    status_words: str = ""
    country: str = ""
    since: str = ""
    url: str = ""
    name_language: str = ""
    since_language: str = ""
    in_miles: bool = False

    @property
    def is_home(self) -> bool:
        """Return whether this is the council's own city."""
        return self.kind == HOME_KIND

    @property
    def degrees(self) -> Degrees:
        """The longitude and latitude."""
        return self.longitude, self.latitude


@dataclass(frozen=True)
class Partner:
    """A partner city, its texts on the map and the shortest way to it from home."""

    place: Place
    number: int
    detail: str
    sentence: str
    route: tuple[Degrees, ...]
