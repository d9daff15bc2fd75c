"""Yearly changes of clocks as rules (RRULE, RFC 5545, 3.3.10), found from their dates."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from events.dates.recurrence import WEEKDAYS


class YearlyRule(NamedTuple):
    """A change of clocks that comes once a year, from `first` (naive wall clock) on."""

    first: datetime
    parts: dict[str, object]


def split_yearly(onsets: Sequence[datetime]) -> tuple[list[datetime], YearlyRule | None]:
    """Divide naive onsets, in order, into single ones and the rule that all later ones keep.

    The rule is the last Sunday of a month, the second one, or the first one after a day of the
    month; None if not even the last two onsets keep one.
    """
    begin = len(onsets) - 1
    while begin > 0 and _parts(onsets[begin - 1 :]):
        begin -= 1
    parts = _parts(onsets[begin:])
    if not parts:
        return list(onsets), None
    return list(onsets[:begin]), YearlyRule(onsets[begin], parts)


def _parts(onsets: Sequence[datetime]) -> dict[str, object]:
    """Return the parts of the rule that gives exactly these onsets, {} if there is none."""
    is_yearly = all(later.year - earlier.year == 1 for earlier, later in pairwise(onsets))
    alike = {(onset.month, onset.weekday(), onset.time()) for onset in onsets}
    days = [onset.day for onset in onsets]
    if len(onsets) < 2 or not is_yearly or len(alike) > 1 or max(days) - min(days) > 6:
        return {}
    first = onsets[0]
    weekday = WEEKDAYS[first.weekday()]
    rule: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": first.month}
    if all(onset.day > monthrange(onset.year, onset.month)[1] - 7 for onset in onsets):
        return rule | {"BYDAY": f"-1{weekday}"}
    if len(weeks := {(day - 1) // 7 + 1 for day in days}) == 1:
        return rule | {"BYDAY": f"{weeks.pop()}{weekday}"}
    # Such as the Sunday after the first Saturday: the 2nd to the 8th.
    return rule | {"BYMONTHDAY": list(range(min(days), min(days) + 7)), "BYDAY": weekday}
