"""Reads pasted coordinates as people, maps and encyclopedias write them.

The libraries for it that are kept up take what has two meanings for one of them: geopy 2.5 reads
“45,18849 5,72454” as 5° N 94° E, and “51°75′ N” as 52°15′ N (ADR 34).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from content.gazetteer.map_addresses import is_address, point_at
from content.gazetteer.point import CoordinatesError, Point

MAX_LENGTH = 2000
LATITUDE, LONGITUDE = "latitude", "longitude"
_SIGNS = str.maketrans(
    {"º": "°", "˚": "°", "−": "-", "–": "-", "‐": "-", "‑": "-", "٫": ".", "،": ",", "，": ","}
    | dict.fromkeys("′’‘´`ʹʼ", "'")
    | dict.fromkeys("″”“„ʺ", '"')
)
# What a letter or word says: the axis, and which way
_HALVES = (
    dict.fromkeys(("n", "north", "nord", "norden", "norte", "noord"), (LATITUDE, 1))
    | dict.fromkeys(("s", "south", "sud", "süd", "süden", "sur", "sul", "zuid"), (LATITUDE, -1))
    | dict.fromkeys(("e", "east", "est", "este", "ost", "osten", "oost"), (LONGITUDE, 1))
    | dict.fromkeys(("w", "west", "westen", "ouest", "oeste", "ovest"), (LONGITUDE, -1))
)
_NAMES = dict.fromkeys(
    ("lat", "latitude", "breite", "latitud", "latitudine", "breedtegraad"), LATITUDE
) | dict.fromkeys(
    ("lon", "lng", "long", "longitude", "länge", "longitud", "longitudine", "lengtegraad"),
    LONGITUDE,
)
_TOKEN = re.compile(r"""[+-]?\d+(?:\.\d+)?|[^\W\d_]+|[°'";,/]|\S""")
_UNITS = "°'\""
_WKT = re.compile(r"POINT\s*\(\s*(\S+)\s+(\S+)\s*\)", re.IGNORECASE)


@dataclass
class _Angle:
    """One of the two, as it was written."""

    axis: str = ""
    half: int = 0
    numbers: list[str] = field(default_factory=list)
    units: str = ""

    def degrees(self) -> float:
        """Return its value.

        Raises:
            CoordinatesError: if its parts do not make an angle.
        """
        whole, *parts = self.numbers
        is_split = len(self.numbers) > 3 or any("." in number for number in self.numbers[:-1])
        if is_split or any(float(part) >= 60 or part[0] in "+-" for part in parts):
            raise _not_understood(" ".join(self.numbers))
        if self.half and whole[0] in "+-":
            raise CoordinatesError(
                _("Write either a sign before %(number)s or a letter, not both.")
                % {"number": whole.lstrip("+-")}
            )
        size = sum(abs(float(number)) / 60**place for place, number in enumerate(self.numbers))
        return size * (self.half or (-1 if whole[0] == "-" else 1))


def read_point(text: str) -> Point:
    """Return the point that a text, an address of a map or a geo: URI (RFC 5870) names.

    Raises:
        CoordinatesError: if it names none, or can be read in two ways.
    """
    if len(text) > MAX_LENGTH:
        raise CoordinatesError(_("This is too long for coordinates."))
    if is_address(text):
        found = point_at(text)
        return found if isinstance(found, Point) else read_point(found)
    if point := _WKT.fullmatch(text.strip()):
        # Its order is laid down: first x, which is the longitude.
        text = f"lon {point[1]} lat {point[2]}"
    angles = _angles(list(_tokens(text)))
    if len(angles) != 2:
        raise CoordinatesError(
            _("Two numbers are needed, the latitude and the longitude, such as: 51.752, -1.2577")
        )
    first, second = angles
    if first.axis and first.axis == second.axis:
        raise CoordinatesError(_("Both numbers name the same direction."))
    values = first.degrees(), second.degrees()
    is_reversed = first.axis == LONGITUDE or second.axis == LATITUDE
    return Point(*(reversed(values) if is_reversed else values))


def _not_understood(text: str) -> CoordinatesError:
    return CoordinatesError(_("“%(text)s” is not understood as coordinates.") % {"text": text[:80]})


def _tokens(text: str) -> Iterator[str]:
    """Yield numbers with a decimal point, units, words and what parts the two."""
    if "[" in text:
        raise CoordinatesError(
            _(
                "In brackets some write the longitude first. Write N or S behind one number and "
                "E or W behind the other."
            )
        )
    plain = "".join(map(_plain, text)).translate(_SIGNS).replace("''", '"')
    plain = re.sub(r"(?<=\d)d(?=\s*\d)", "°", plain)
    plain = re.sub(r"(?<=\d)m(?=\s*\d)", "'", plain)
    plain = re.sub(r"(?<=\d)s(?=\s*[NSEWnsew]\b)", '"', plain)
    if not re.search(r"\d\.\d", plain):
        plain = re.sub(r"(\d),(?=\d)", r"\1.", plain)
    if re.search(r"\d\.\d+\.\d", plain):
        raise CoordinatesError(
            _("It is not clear where one number ends. Put a space or a semicolon between the two.")
        )
    # Signs that part degrees from minutes, or a name from its number
    return iter(_TOKEN.findall(re.sub(r"[:=()]", " ", plain)))


def _plain(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def _angles(tokens: list[str]) -> list[_Angle]:
    """Return the angles that the tokens write; those of a row of bare numbers are its halves."""
    halves_stand_first = next(
        (token.casefold() in _HALVES for token in tokens if token.casefold() not in _NAMES), False
    )
    angles, is_open = [_Angle()], True
    for place, token in enumerate(tokens):
        word, last = token.casefold(), angles[-1]
        if token[-1].isdigit():
            following = tokens[place + 1 : place + 2]
            begins = token[0] in "+-" or following == ["°"] or '"' in last.units
            if last.numbers and (not is_open or begins or "." in last.numbers[-1]):
                angles.append(last := _Angle())
            is_open = True
            last.numbers.append(token)
        elif token in _UNITS and len(last.numbers) == _UNITS.index(token) + 1:
            last.units += token
        elif word in _NAMES or (word in _HALVES and halves_stand_first):
            if last.numbers:
                angles.append(last := _Angle())
            is_open = True
            last.axis, last.half = _said(word, last)
        elif word in _HALVES and last.numbers and not last.half:
            last.axis, last.half = _said(word, last)
            is_open = False
        elif word in (";", ",", "/"):
            is_open = not last.numbers
        elif word == "o":
            raise CoordinatesError(
                _("“O” is west in some languages and east in others. Write W or E.")
            )
        else:
            raise _not_understood(token)
    return _in_halves(angles[0]) if len(angles) == 1 else angles


def _said(word: str, angle: _Angle) -> tuple[str, int]:
    axis, half = (_NAMES[word], angle.half) if word in _NAMES else _HALVES[word]
    if angle.axis not in ("", axis):
        raise CoordinatesError(_("Both numbers name the same direction."))
    return axis, half


def _in_halves(angle: _Angle) -> list[_Angle]:
    if angle.axis or angle.units or len(angle.numbers) not in (2, 4, 6):
        return [angle] if angle.numbers else []
    middle = len(angle.numbers) // 2
    return [_Angle(numbers=angle.numbers[:middle]), _Angle(numbers=angle.numbers[middle:])]
