"""Where dots stand too close: which of them need a larger map, and how the rest make room."""

import math
from itertools import combinations

from cities.atlas.projection import Point


def crowds(
    spots: dict[str, Point], least: float, across: float, unnamed: set[str]
) -> list[set[str]]:
    """Groups that cannot be read at this scale, the largest first.

    Dots are joined from the nearest on, as long as a group's farthest two stay near enough
    (complete-linkage clustering).

    Args:
        spots: pixels of the dots by key.
        least: dots closer than this (pixels) hide each other.
        across: how far apart (pixels) the dots of a group may be.
        unnamed: dots whose names found no place, which count as hidden.
    """
    hidden = set(unnamed)
    for one, two in combinations(spots, 2):
        if math.dist(spots[one], spots[two]) < least:
            hidden |= {one, two}
    groups = {index: {key} for index, key in enumerate(sorted(spots))}
    spans = {
        (one, two): math.dist(spots[min(groups[one])], spots[min(groups[two])])
        for one, two in combinations(groups, 2)
    }
    while spans:
        span, pair = min((span, pair) for pair, span in spans.items())
        if span > across:
            break
        stays, goes = pair
        groups[stays] |= groups.pop(goes)
        for other in groups.keys() - {stays}:
            kept, dropped = tuple(sorted((stays, other))), tuple(sorted((goes, other)))
            spans[kept] = max(spans[kept], spans.pop(dropped))
        del spans[pair]
    return sorted(
        (group for group in groups.values() if len(group) > 1 and group & hidden),
        key=lambda group: (-len(group), min(group)),
    )


def spread(spots: dict[str, Point], least: float, width: float, height: float) -> dict[str, Point]:
    """Move dots apart that would overlap; as little as it takes, and inside the picture."""
    moved = {key: list(spot) for key, spot in spots.items()}
    for _ in range(60):
        calm = True
        for index, (one, two) in enumerate(combinations(moved, 2)):
            a, b = moved[one], moved[two]
            across, down = b[0] - a[0], b[1] - a[1]
            distance = math.hypot(across, down)
            if distance >= least - 0.01:
                continue
            calm = False
            if distance < 0.01:  # the same place: each pair parts in a direction of its own
                across, down, distance = math.cos(index * 2.4), math.sin(index * 2.4), 1.0
                shift = least / 2
            else:
                shift = (least - distance) / 2
            for spot, sign in ((a, -1), (b, 1)):
                spot[0] += sign * across / distance * shift
                spot[1] += sign * down / distance * shift
        for spot in moved.values():
            spot[0] = min(max(spot[0], least), width - least)
            spot[1] = min(max(spot[1], least), height - least)
        if calm:
            break
    return {key: (spot[0], spot[1]) for key, spot in moved.items()}
