from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from events.dates import recurrence
from events.dates.occurrence import DateChange
from events.dates.schedule import Schedule
from tests.events.examples import LONDON, london

MANAGUA = ZoneInfo("America/Managua")  # UTC-6, all year
MONDAYS = Schedule(
    london(2026, 5, 4, 19), london(2026, 5, 4, 21), LONDON, rule="FREQ=WEEKLY;COUNT=4"
)


def managua(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=MANAGUA)


EVENING = Schedule(managua(2026, 5, 4, 19), managua(2026, 5, 4, 21), MANAGUA)


def moved(day: int, to_day: int, hour: int = 19) -> DateChange:
    """A Monday in May that is held on another day, for two hours."""
    return DateChange(
        date(2026, 5, day), london(2026, 5, to_day, hour), london(2026, 5, to_day, hour + 2)
    )


def days(occurrences) -> list[int]:
    return [occurrence.first_day.day for occurrence in occurrences]


@pytest.mark.parametrize("rule", ["", "FREQ=DAILY"])
def test_a_date_is_told_in_utc_and_on_its_own_clock(rule):
    occurrence = next(replace(EVENING, rule=rule).occurrences())

    assert (occurrence.starts_at, occurrence.ends_at) == (
        managua(2026, 5, 4, 19),
        managua(2026, 5, 4, 21),
    )
    assert {occurrence.starts_at.tzinfo, occurrence.ends_at.tzinfo} == {UTC}
    assert occurrence.original_starts_at == occurrence.starts_at
    assert occurrence.local_starts_at.hour == 19


def test_a_moved_date_is_told_in_utc_and_on_its_own_clock():
    change = DateChange(date(2026, 5, 5), managua(2026, 5, 6, 20), managua(2026, 5, 6, 22))

    found = list(islice(replace(EVENING, rule="FREQ=DAILY", changes=(change,)).occurrences(), 3))

    assert days(found) == [4, 6, 6]
    late = found[2]
    assert {late.starts_at.tzinfo, late.ends_at.tzinfo} == {UTC}
    assert late.original_starts_at == managua(2026, 5, 5, 19)
    assert (late.local_starts_at.hour, late.local_ends_at.hour) == (20, 22)


@pytest.mark.parametrize(("until", "last"), [("20260506T005959Z", 4), ("20260506T010000Z", 5)])
def test_until_in_utc_is_read_on_the_clock_of_the_event(until, last):
    schedule = replace(EVENING, rule=f"FREQ=DAILY;UNTIL={until}")

    assert days(schedule.occurrences())[-1] == last


def test_a_date_is_over_at_its_end():
    end = london(2026, 5, 4, 21)

    assert days(MONDAYS.occurrences(end - timedelta(microseconds=1))) == [4, 11, 18, 25]
    assert days(MONDAYS.occurrences(end)) == [11, 18, 25]


def test_a_long_date_is_found_until_its_end():
    starts_at = london(2026, 5, 4, 19)
    schedule = Schedule(starts_at, starts_at + timedelta(hours=23), LONDON, rule="FREQ=WEEKLY")

    assert days(islice(schedule.occurrences(london(2026, 5, 12, 17, 59)), 1)) == [11]
    assert days(islice(schedule.occurrences(london(2026, 5, 12, 18)), 1)) == [18]


def test_moved_dates_come_in_the_order_of_their_new_times():
    schedule = replace(
        MONDAYS, changes=(DateChange(date(2026, 5, 4)), moved(11, to_day=29), moved(18, to_day=3))
    )

    assert days(schedule.occurrences()) == [3, 4, 25, 29]


def test_a_moved_date_is_over_at_its_new_end():
    # The first change is over: those after it count all the same.
    schedule = replace(MONDAYS, changes=(moved(4, to_day=3), moved(11, to_day=13)))

    assert days(schedule.occurrences(london(2026, 5, 13, 20, 59))) == [13, 18, 25]
    assert days(schedule.occurrences(london(2026, 5, 13, 21))) == [18, 25]


def test_changed_dates_are_the_cancelled_and_the_moved_soonest_first():
    schedule = replace(
        MONDAYS,
        changes=(
            moved(18, to_day=20),
            DateChange(date(2026, 5, 11), note="Bank holiday"),
            DateChange(date(2026, 5, 12)),  # no Monday
            moved(4, to_day=27),
        ),
    )

    found = schedule.changed_occurrences()

    assert days(found) == [11, 20, 27]
    assert found[0].note == "Bank holiday"
    assert [occurrence.is_moved for occurrence in found] == [False, True, True]


def test_what_takes_place_once_has_no_changed_dates():
    schedule = replace(MONDAYS, rule="", changes=(moved(4, to_day=5),))

    assert schedule.changed_occurrences() == []


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"])
def test_a_long_past_costs_nothing(monkeypatch, rule):
    computed = []

    def counted(*args, **kwargs):
        for start in rrulestr(*args, **kwargs):
            computed.append(start)
            yield start

    rrulestr = recurrence.rrulestr
    schedule = Schedule(london(1950, 1, 5, 19), london(1950, 1, 5, 21), LONDON, rule=rule)
    assert schedule.is_recurring
    monkeypatch.setattr(recurrence, "rrulestr", counted)

    found = next(schedule.occurrences(london(2026, 12, 31, 12)))

    assert found.starts_at >= london(2026, 12, 31, 12)
    assert len(computed) <= 4


@pytest.mark.parametrize(
    ("rule", "last_end"),
    [
        ("", london(2026, 5, 4, 21)),
        ("FREQ=WEEKLY", None),
        ("FREQ=WEEKLY;COUNT=2", london(2026, 5, 11, 21)),
        ("FREQ=WEEKLY;UNTIL=20260518", london(2026, 5, 18, 21)),
    ],
)
def test_the_last_end_is_that_of_the_last_date_if_there_is_one(rule, last_end):
    assert replace(MONDAYS, rule=rule).last_end() == last_end
