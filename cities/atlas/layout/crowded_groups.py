"""Groups of dots that stand too close for one picture, and so need an inset."""

import math
from itertools import combinations

from cities.atlas.geometry.projections import Point


def crowded_groups(
    spots: dict[str, Point], min_distance: float, max_span: float, unnamed: set[str]
) -> list[set[str]]:
    """Return the groups that cannot be read at this scale, the largest first.

    Dots are joined from the nearest on, as long as a group's farthest two stay near enough
    (complete-linkage clustering).

    Args:
        spots: pixels of the dots by key.
        min_distance: dots closer than this (pixels) hide each other.
        max_span: how far apart (pixels) the dots of a group may be.
        unnamed: dots for whose names there was no room, which count as hidden.
    """
    hidden = set(unnamed)
    for one, two in combinations(spots, 2):
        if math.dist(spots[one], spots[two]) < min_distance:
            hidden |= {one, two}
    groups = {index: {key} for index, key in enumerate(sorted(spots))}
    spans = {
        (one, two): math.dist(spots[min(groups[one])], spots[min(groups[two])])
        for one, two in combinations(groups, 2)
    }
    while spans:
        span, pair = min((span, pair) for pair, span in spans.items())
        if span > max_span:
            break
        stays, goes = pair
        groups[stays] |= groups.pop(goes)
        for other in groups.keys() - {stays}:
            kept, dropped = _ordered(stays, other), _ordered(goes, other)
            spans[kept] = max(spans[kept], spans.pop(dropped))
        del spans[pair]
    return sorted(
        (group for group in groups.values() if len(group) > 1 and group & hidden),
        key=lambda group: (-len(group), min(group)),
    )


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
