"""Where the names go: beside their dots, never over each other, never out of the picture.

Every name has many possible places. They are tried from the best to the worst; a name that finds
none may push others away, which then look for another place. A name without any place at all
becomes a number. The same places always give the same picture.
"""

from collections import deque
from collections.abc import Iterable

from cities.atlas.choices import Dot, Placing, choices_for
from cities.atlas.framing import Box
from cities.atlas.projection import Point
from cities.atlas.raster import Raster

PUSHES = 3  # how often a name may be pushed away
SQUEEZES = 2  # how many names one after the other give way for a name left over
MAX_LABELS_TO_SQUEEZE = 20  # how many places are weighed for that
MAX_LABELS_TO_PUSH = 40  # how many places of each size are weighed for that


def place_labels(
    dots: list[Dot], field: Box, lines: Iterable[list[Point]], taken: Iterable[Box] = ()
) -> dict[str, Placing]:
    """Find a place for every name.

    Args:
        dots: all marks of the picture.
        field: names stay inside it.
        lines: arcs, which names rather do not cover.
        taken: boxes that names must not cover, beside the dots.

    Returns:
        The place of each name by key. A name that has no place at all is left out.
    """
    raster = Raster(field, lines)
    taken = list(taken)
    choices = {dot.key: choices_for(dot, dots, field, raster, taken) for dot in dots}
    order = sorted(dots, key=lambda dot: (len(choices[dot.key]), dot.key))
    placed: dict[str, Placing] = {}
    pushed = dict.fromkeys(choices, 0)
    waiting = deque(dot.key for dot in order)
    while waiting:
        key = waiting.popleft()
        best = _best(choices[key], placed.values()) or _push(choices[key], placed, pushed)
        if not best:
            continue
        for other in [other for other in placed.values() if best.clashes(other)]:
            del placed[other.key]
            pushed[other.key] += 1
            waiting.append(other.key)
        placed[key] = best
    for _ in range(2):
        for dot in order:
            others = [placing for placing in placed.values() if placing.key != dot.key]
            better = _best(choices[dot.key], others)
            if better:
                placed[dot.key] = better
    for key in sorted(choices.keys() - placed.keys()):
        placed = _squeezed(key, choices, placed) or placed
    return placed


def _squeezed(
    key: str,
    choices: dict[str, list[Placing]],
    placed: dict[str, Placing],
    depth: int = SQUEEZES,
    fixed: frozenset[str] = frozenset(),
) -> dict[str, Placing] | None:
    """All places anew with one more name. Those that give way find room or squeeze in turn;
    `fixed` ones stay. None if that cannot be done."""
    smallest = sorted(choices[key], key=lambda choice: (-choice.size, choice.cost))
    for choice in smallest[:MAX_LABELS_TO_SQUEEZE]:
        clashing = [other for other, placing in placed.items() if choice.clashes(placing)]
        if not fixed.isdisjoint(clashing):
            continue
        trial = {other: placed[other] for other in placed if other not in clashing}
        trial[key] = choice
        for other in clashing:
            room = _best(choices[other], trial.values())
            deeper = None
            if room:
                trial[other] = room
            elif depth:
                deeper = _squeezed(other, choices, trial, depth - 1, fixed | {key})
            if not room and not deeper:
                break
            trial = deeper or trial
        else:
            return trial
    return None


def _best(choices: list[Placing], placed: Iterable[Placing]) -> Placing | None:
    """The first choice that clashes with nothing."""
    placed = list(placed)
    for choice in choices:
        for index, other in enumerate(placed):
            if choice.clashes(other):
                # It is likely in the way of the next choice, too, so ask it first.
                placed.insert(0, placed.pop(index))
                break
        else:
            return choice
    return None


def _push(
    choices: list[Placing], placed: dict[str, Placing], pushed: dict[str, int]
) -> Placing | None:
    """The choice that drives away the fewest names that may still be driven away."""
    ranked = []
    weighed = dict.fromkeys((choice.size for choice in choices), 0)
    for rank, choice in enumerate(choices):
        weighed[choice.size] += 1
        if weighed[choice.size] > MAX_LABELS_TO_PUSH:
            continue
        clashing = [other.key for other in placed.values() if choice.clashes(other)]
        if all(pushed[key] < PUSHES for key in clashing):
            ranked.append((len(clashing), rank))
    return choices[min(ranked)[1]] if ranked else None
