"""The coasts of the world, simplified in advance and kept in `coasts.json`.

`manage.py build_land` makes that file. It holds one closed ring a string, as a chain of numbers:
for each point the step in longitude and the tier in one number, then the step in latitude.
"""

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from cities.atlas.geometry.geodesy import Degrees

DATA = Path(__file__).with_name("coasts.json")
# A point of tier n can be left out where a triangle of TIERS_KM2[n + 1] is too small to see.
TIERS_KM2 = (60, 110, 200, 350, 630, 1130, 2040, 3700, 6600, 12000)
UNITS_PER_DEGREE = 100
TIER_ROOM = 16
# Five bits a letter; the second half of the letters says that the number goes on.
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
VALUES = {letter: value for value, letter in enumerate(LETTERS)}


@dataclass(frozen=True)
class Ring:
    """One coast, closed, without jumps in longitude, and the degrees that it spans."""

    points: list[Degrees]
    tiers: list[int]
    west: float
    south: float
    east: float
    north: float

    def at_tier(self, tier: int) -> list[Degrees]:
        """Return the points worth drawing at this tier; none for an islet."""
        kept = [point for point, own in zip(self.points, self.tiers, strict=True) if own >= tier]
        return kept if len(kept) > 3 else []


@cache
def rings() -> list[Ring]:
    """Return every coast of the world, read once a process."""
    return [_ring(decoded(text)) for text in json.loads(DATA.read_text())["rings"]]


def encoded(points: list[tuple[float, float, int]]) -> str:
    """Write a ring of longitudes, latitudes (degrees) and tiers as text."""
    grid = [(round(x * UNITS_PER_DEGREE), round(y * UNITS_PER_DEGREE), t) for x, y, t in points]
    numbers = []
    for before, (x, y, tier) in pairwise([(0, 0, 0), *grid]):
        numbers += [_unsigned(x - before[0]) * TIER_ROOM + tier, _unsigned(y - before[1])]
    return "".join(map(_letters, numbers))


def decoded(text: str) -> list[tuple[float, float, int]]:
    """Read what `encoded` wrote."""
    numbers, number, shift = [], 0, 0
    for letter in text:
        value = VALUES[letter]
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            numbers.append(number)
            number = shift = 0
    points, x, y = [], 0, 0
    for first, second in zip(numbers[::2], numbers[1::2], strict=True):
        x += _signed(first // TIER_ROOM)
        y += _signed(second)
        points.append((x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE, first % TIER_ROOM))
    return points


def _ring(points: list[tuple[float, float, int]]) -> Ring:
    places = [(x, y) for x, y, _ in points]
    tiers = [tier for _, _, tier in points]
    if abs(places[-1][0] - places[0][0]) > 1:
        # Antarctica goes all round the globe; close it over the pole.
        places += [(places[-1][0], -90.0), (places[0][0], -90.0), places[0]]
        tiers += [len(TIERS_KM2)] * 3
    longitudes, latitudes = zip(*places, strict=True)
    return Ring(places, tiers, min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def _unsigned(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _signed(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def _letters(number: int) -> str:
    text = ""
    while number > 31:
        text += LETTERS[32 + number % 32]
        number //= 32
    return text + LETTERS[number]
