"""What the atlas needs to know about a city."""

from dataclasses import dataclass

HOME_KIND = "home"


@dataclass(frozen=True)
class Place:
    """A dot on the map.

    `latitude` and `longitude` are degrees (WGS 84), north and east positive. `kind` and `status`
    are the codes of `City.Kind` and `City.Status`; the words for them are given beside, in the
    active language. `since` is a year or words, as far as it is known. If a name or a
    beginning is not in it, `name_language` and `since_language` say which language it is in.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    kind: str = HOME_KIND
    kind_words: str = ""
    status: str = "active"
    status_words: str = ""
    country: str = ""
    since: str = ""
    url: str = ""
    name_language: str = ""
    since_language: str = ""

    @property
    def is_home(self) -> bool:
        """Whether this is the council's own city."""
        return self.kind == HOME_KIND
