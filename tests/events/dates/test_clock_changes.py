"""Clock changes in London: 29 March 2026 at 01:00 and 25 October 2026 at 02:00."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from events.dates.occurrence import Occurrence
from events.dates.schedule import Schedule
from events.dates.wall_clock import to_utc
from tests.events.examples import LONDON, london

HOUR = timedelta(hours=1)


def occurrences(start: datetime, end: datetime, rule: str, most: int = 3) -> list[Occurrence]:
    """The first dates of something in London."""
    return list(islice(Schedule(start, end, LONDON, rule=rule).occurrences(), most))


def test_the_hour_on_the_clock_stays_the_same_across_both_changes():
    evenings = occurrences(london(2026, 3, 23, 19), london(2026, 3, 23, 21), "FREQ=WEEKLY", 33)

    assert {evening.local_starts_at.hour for evening in evenings} == {19}
    assert {evening.starts_at.hour for evening in evenings} == {18, 19}


def test_a_time_that_the_clocks_skip_is_read_with_the_offset_before():
    night = occurrences(london(2026, 3, 28, 1, 30), london(2026, 3, 28, 2, 30), "FREQ=DAILY")[1]

    assert night.starts_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # shown as 02:30
    assert night.ends_at - night.starts_at == HOUR


def test_a_time_that_comes_twice_is_the_first_of_the_two():
    night = occurrences(london(2026, 10, 24, 1, 30), london(2026, 10, 24, 2, 30), "FREQ=DAILY")[1]

    assert night.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_second_of_two_equal_times_can_be_meant_by_a_single_date():
    starts_at = london(2026, 10, 25, 1, 30).replace(fold=1)

    (night,) = occurrences(starts_at, starts_at.astimezone(UTC) + HOUR, "")

    assert night.starts_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_days_are_days_of_the_wall_clock_and_hours_are_exact():
    # Saturday 10:00 to Sunday 18:00, each week; one night is an hour shorter
    short = occurrences(london(2026, 3, 21, 10), london(2026, 3, 22, 18), "FREQ=WEEKLY")[1]

    assert short.local_ends_at == london(2026, 3, 29, 18)
    assert short.ends_at - short.starts_at == 31 * HOUR


@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 1)),
    zone=st.sampled_from(["Europe/London", "Africa/Cairo", "Australia/Lord_Howe"]).map(ZoneInfo),
)
def test_a_moment_shows_the_time_asked_for_unless_the_clocks_skip_it(start, zone):
    shown = to_utc(start, zone).astimezone(zone).replace(tzinfo=None, fold=0)

    assert shown == start or timedelta() < shown - start <= HOUR
