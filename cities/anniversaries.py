"""Round years of a link: 25, 50, 75 and every tenth."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from cities.models import Beginning, City, CityStatus, Milestone
from content.text.dates import vague_date_text

MAX_MONTHS = 18


@dataclass(frozen=True)
class Anniversary:
    """A round year of a city's link. `first` to `last` are the days on which it may fall."""

    city: City
    milestone: Milestone | None  # what it is counted from; None: the year of the link
    years: int
    first: date
    last: date

    @property
    def date_text(self) -> str:
        """The date as exactly as its beginning is known: a year, a month or a day."""
        known = self.milestone
        month = self.first.month if known and known.month else None
        day = self.first.day if known and known.month and known.day else None
        return vague_date_text(self.first.year, month, day)


def is_round(years: int) -> bool:
    """Return whether the number of years is celebrated."""
    return years > 0 and (years % 10 == 0 or years in (25, 75))


def upcoming_anniversaries(
    cities: Iterable[City], milestones: Iterable[Milestone], today: date
) -> list[Anniversary]:
    """Return the anniversaries of the next 18 months, the nearest first.

    Links that are suspended or ended have none. Nothing is counted from a date of which only
    words are known.

    Args:
        milestones: those of the cities, in any order; others are ignored.
    """
    beginnings: dict[int, list[Milestone]] = {}
    for milestone in milestones:
        if milestone.kind.begins != Beginning.NO and milestone.is_exact_year:
            beginnings.setdefault(milestone.city_id, []).append(milestone)
    found: list[Anniversary] = []
    for city in cities:
        if city.status == CityStatus.ACTIVE:
            found += _of_city(city, _beginning(beginnings.get(city.pk, [])), today)
    return sorted(found, key=lambda one: (one.last, one.first, str(one.city)))


def _beginning(milestones: list[Milestone]) -> Milestone | None:
    """Return the first signing or its like, or the first milestone where none is known."""
    known = [one for one in milestones if one.kind.begins == Beginning.YES] or milestones
    return min(known, key=lambda s: (s.year, s.month or 0, s.day or 0), default=None)


def _of_city(city: City, beginning: Milestone | None, today: date) -> Iterable[Anniversary]:
    until = today + relativedelta(months=MAX_MONTHS)
    start = beginning.year if beginning else None if str(city.since_words) else city.since_year
    if not start:
        return
    for year in range(today.year, until.year + 1):
        first, last = _span(year, beginning)
        if is_round(year - start) and first <= until and last >= today:
            yield Anniversary(city, beginning, year - start, first, last)


def _span(year: int, beginning: Milestone | None) -> tuple[date, date]:
    """Return the first and last day of a year on which an anniversary may fall.

    29 February becomes 28 in other years.
    """
    if beginning is None or not beginning.month:
        return date(year, 1, 1), date(year, 12, 31)
    month = beginning.month
    days = monthrange(year, month)[1]
    if beginning.day:
        day = date(year, month, min(beginning.day, days))
        return day, day
    return date(year, month, 1), date(year, month, days)
