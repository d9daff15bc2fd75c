"""Milestones grouped by decade."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext

from cities.models import Milestone


@dataclass(frozen=True)
class Decade:
    """Ten years of the timeline. `start` is the first of them, such as 1940."""

    start: int
    milestones: list[Milestone]
    is_after_gap: bool  # a decade or more without milestones lies before it

    @property
    def title(self) -> str:
        """The name of the decade."""
        # Translators: a decade, such as the 1940s
        return gettext("%(year)ss") % {"year": self.start}


def by_decade(milestones: Iterable[Milestone]) -> list[Decade]:
    """Group milestones, which are in order, by decade."""
    decades: list[Decade] = []
    for start, group in groupby(milestones, key=lambda milestone: milestone.year // 10 * 10):
        gap = bool(decades) and start - decades[-1].start > 10
        decades.append(Decade(start, list(group), gap))
    return decades
