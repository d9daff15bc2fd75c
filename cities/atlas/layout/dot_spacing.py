"""Room between dots that would overlap."""

import math
from itertools import combinations

from cities.atlas.geometry.projections import Point


def separate_dots(
    spots: dict[str, Point], min_distance: float, width: float, height: float
) -> dict[str, Point]:
    """Move dots that would overlap apart, no farther than needed and inside the picture."""
    result = {key: list(spot) for key, spot in spots.items()}
    for _ in range(60):
        is_done = True
        for index, (one, two) in enumerate(combinations(result, 2)):
            a, b = result[one], result[two]
            across, down = b[0] - a[0], b[1] - a[1]
            distance = math.hypot(across, down)
            if distance >= min_distance - 0.01:
                continue
            is_done = False
            if distance < 0.01:  # the same place: each pair moves in a direction of its own
                across, down, distance = math.cos(index * 2.4), math.sin(index * 2.4), 1.0
                shift = min_distance / 2
            else:
                shift = (min_distance - distance) / 2
            for spot, sign in ((a, -1), (b, 1)):
                spot[0] += sign * across / distance * shift
                spot[1] += sign * down / distance * shift
        for spot in result.values():
            spot[0] = min(max(spot[0], min_distance), width - min_distance)
            spot[1] = min(max(spot[1], min_distance), height - min_distance)
        if is_done:
            break
    return {key: (spot[0], spot[1]) for key, spot in result.items()}
