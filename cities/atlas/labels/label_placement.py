"""Choose the positions of names: never over each other, over dots or out of the picture.

Every name has many candidate positions, which are tried from the best to the worst. A name that
finds none may displace others, which then look for another position. A name for which there is no
room becomes a number. The same input always gives the same picture.
"""

from collections import deque
from collections.abc import Iterable

from cities.atlas.geometry.boxes import Box
from cities.atlas.geometry.projections import Point
from cities.atlas.labels.candidates import Dot, LabelPosition, candidate_positions
from cities.atlas.labels.line_grid import LineCoverage

MAX_DISPLACEMENTS = 3  # how often a name may be displaced
MAX_CANDIDATES_TO_DISPLACE = 40  # how many candidates of each size are considered for that


def place_labels(
    dots: list[Dot], field: Box, lines: Iterable[list[Point]], taken: Iterable[Box] = ()
) -> dict[str, LabelPosition]:
    """Find a position for every name.

    Args:
        dots: all dots of the picture.
        field: the box that names stay inside.
        lines: arcs, which names cover only where they must.
        taken: boxes that names must not cover, besides the dots.

    Returns:
        The position of each name by the dot's key. A dot that cannot be named is left out.
    """
    coverage = LineCoverage(field, lines)
    taken = list(taken)
    candidates = {dot.key: candidate_positions(dot, dots, field, coverage, taken) for dot in dots}
    order = sorted(dots, key=lambda dot: (len(candidates[dot.key]), dot.key))
    placed: dict[str, LabelPosition] = {}
    displaced = dict.fromkeys(candidates, 0)
    waiting = deque(dot.key for dot in order)
    while waiting:
        key = waiting.popleft()
        best = _best(candidates[key], placed.values()) or _displacing(
            candidates[key], placed, displaced
        )
        if not best:
            continue
        for other in [other for other in placed.values() if best.clashes(other)]:
            del placed[other.key]
            displaced[other.key] += 1
            waiting.append(other.key)
        placed[key] = best
    for _ in range(2):  # others may have left better positions free
        for dot in order:
            others = [position for position in placed.values() if position.key != dot.key]
            better = _best(candidates[dot.key], others)
            if better:
                placed[dot.key] = better
    return placed


def _best(candidates: list[LabelPosition], placed: Iterable[LabelPosition]) -> LabelPosition | None:
    """Return the first candidate that clashes with no placed name."""
    placed = list(placed)
    for candidate in candidates:
        for index, other in enumerate(placed):
            if candidate.clashes(other):
                # It is likely in the way of the next candidate, too, so check it first.
                placed.insert(0, placed.pop(index))
                break
        else:
            return candidate
    return None


def _displacing(
    candidates: list[LabelPosition], placed: dict[str, LabelPosition], displaced: dict[str, int]
) -> LabelPosition | None:
    """Return the candidate that displaces the fewest names, of those that may be displaced."""
    ranked = []
    considered = dict.fromkeys((candidate.size for candidate in candidates), 0)
    for rank, candidate in enumerate(candidates):
        considered[candidate.size] += 1
        if considered[candidate.size] > MAX_CANDIDATES_TO_DISPLACE:
            continue
        clashing = [other.key for other in placed.values() if candidate.clashes(other)]
        if all(displaced[key] < MAX_DISPLACEMENTS for key in clashing):
            ranked.append((len(clashing), rank))
    return candidates[min(ranked)[1]] if ranked else None
