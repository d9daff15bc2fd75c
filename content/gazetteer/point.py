"""A point on the globe, and what is said of coordinates that are none."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

# As exact as the columns for it: about a metre
DECIMALS = 5
MAX_LATITUDE, MAX_LONGITUDE = 90, 180


class CoordinatesError(ValueError):
    """What was pasted is no pair of coordinates, or one that can be read in two ways.

    Its text says so to an officer.
    """


@dataclass(frozen=True)
class Point:
    """A point in degrees (WGS 84), rounded.

    Raises:
        CoordinatesError: if there is no such point.
    """

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if abs(self.latitude) > MAX_LATITUDE >= abs(self.longitude):
            raise CoordinatesError(
                _(
                    "The latitude comes first, and %(number)s is none: it goes to 90. Perhaps the "
                    "longitude stands first; then write N or S behind one and E or W behind the "
                    "other."
                )
                % {"number": f"{self.latitude:g}"}
            )
        if abs(self.latitude) > MAX_LATITUDE or abs(self.longitude) > MAX_LONGITUDE:
            raise CoordinatesError(
                _("Latitudes go from −90 to 90 degrees, longitudes from −180 to 180.")
            )
        for name in ("latitude", "longitude"):
            # No −0
            object.__setattr__(self, name, round(getattr(self, name), DECIMALS) + 0.0)
