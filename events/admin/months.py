"""Dates of a series as months, to be ticked."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from content.text.dates import active_locale, vague_date_text
from events.models import Event, EventOccurrence

# So many dates in one month are more easily found in a calendar than in a list.
DATES_FOR_A_CALENDAR = 3


@dataclass(frozen=True)
class Cell:
    """A day of a month, with the date that the rule has on it; `day` is 0 beside the month."""

    day: int
    occurrence: EventOccurrence[Event] | None


@dataclass(frozen=True)
class Month:
    """A month with its weeks, each of seven cells."""

    name: str
    weeks: list[list[Cell]]


def months_of(occurrences: Sequence[EventOccurrence[Event]]) -> list[Month]:
    """Return the months in which there are dates; none if a list shows them as well."""
    by_month = [
        (key, {one.day_by_rule.day: one for one in dates})
        for key, dates in groupby(occurrences, key=lambda one: _month(one.day_by_rule))
    ]
    if not any(len(dates) >= DATES_FOR_A_CALENDAR for _key, dates in by_month):
        return []
    calendar = Calendar(active_locale().first_week_day)
    return [
        Month(
            vague_date_text(year, month),
            [
                [Cell(day, dates.get(day)) for day in week]
                for week in calendar.monthdayscalendar(year, month)
            ],
        )
        for (year, month), dates in by_month
    ]


def weekday_names() -> list[tuple[str, str]]:
    """Return the short and the full names of the days, the first of the week first."""
    locale = active_locale()
    numbers = [(locale.first_week_day + number) % 7 for number in range(7)]
    names = locale.days["format"]
    return [(names["abbreviated"][number], names["wide"][number]) for number in numbers]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
