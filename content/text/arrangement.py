"""An order of named things, some of them hidden or below another one, as lines of text.

Each line is the name of one: `cities`, `-groups` if it is not shown, `cities/page:schools` if it
stands below another one. What no line names stands where it does by default, so that an order
stays good when the site learns something new.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.text.lines import lines_of

HIDDEN, BELOW = "-", "/"


@dataclass(frozen=True)
class Placed:
    """One thing in its place; `below` is the name of the one under which it stands."""

    name: str
    is_shown: bool = True
    below: str = ""

    @classmethod
    def of_line(cls, line: str) -> "Placed":
        shown = line.removeprefix(HIDDEN)
        below, _slash, name = shown.rpartition(BELOW)
        return cls(name, shown == line, below)

    @property
    def line(self) -> str:
        path = f"{self.below}{BELOW}{self.name}" if self.below else self.name
        return path if self.is_shown else HIDDEN + path


def placed_of(text: str) -> list[Placed]:
    """Return what the lines of a text say."""
    return [Placed.of_line(line) for line in lines_of(text)]


def arranged(placed: Iterable[Placed], known: Sequence[str]) -> list[Placed]:
    """Return each of `known` once, those below another one right behind it.

    Args:
        placed: the order that is asked for. Names that are not known are passed over, and one
            below what is no main one stands for itself.
        known: all names, in the order in which they stand by default. One that is not asked for
            stands behind the nearest of those before it, the last one at the end.
    """
    asked = {one.name: one for one in placed if one.name in known}
    tops = {name for name in known if not (name in asked and asked[name].below)}
    children: dict[str, list[Placed]] = {}
    order: list[Placed] = []
    for one in asked.values():
        if one.below in tops:
            children.setdefault(one.below, []).append(one)
        else:
            order.append(Placed(one.name, one.is_shown))
    for number, name in enumerate(known):
        if name not in asked:
            is_last = number == len(known) - 1
            place = len(order) if is_last else _place_behind(order, known[:number])
            order.insert(place, Placed(name))
    return [row for top in order for row in (top, *children.get(top.name, []))]


def _place_behind(order: list[Placed], before: Sequence[str]) -> int:
    """Return the place behind the nearest of those that stand before by default."""
    places = {one.name: number for number, one in enumerate(order)}
    return next((places[name] + 1 for name in reversed(before) if name in places), 0)


def text_of(placed: Iterable[Placed], known: Sequence[str]) -> str:
    """Return an order as lines; nothing for the one by default."""
    order = arranged(placed, known)
    if order == [Placed(name) for name in known]:
        return ""
    return "\n".join(one.line for one in order)


def doubles(names: Iterable[str]) -> Iterator[str]:
    """Yield names that come a second time."""
    seen = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
