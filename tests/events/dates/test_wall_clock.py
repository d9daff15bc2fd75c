"""Clocks change in New York on 8 March 2026 at 02:00, in Auckland on 5 April at 03:00.

Those in London show the hour before 02:00 twice on 25 October 2026.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.dates.wall_clock import Length, last_day, to_utc, to_wall_clock
from tests.events.examples import LONDON, london

AUCKLAND = ZoneInfo("Pacific/Auckland")
MANAGUA = ZoneInfo("America/Managua")  # UTC-6, all year
NEW_YORK = ZoneInfo("America/New_York")
MIDNIGHT = datetime(2026, 5, 4, 6, tzinfo=UTC)  # in Managua; in London the day has long begun


def test_a_wall_clock_time_never_means_the_second_of_two():
    second = datetime(2026, 10, 25, 1, 30, fold=1)

    assert to_utc(second, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert to_wall_clock(second.replace(tzinfo=LONDON), LONDON).fold == 0


@pytest.mark.parametrize(
    ("ends_at", "day"),
    [
        (MIDNIGHT, date(2026, 5, 3)),
        (MIDNIGHT + timedelta(microseconds=1), date(2026, 5, 4)),
    ],
)
def test_midnight_of_its_own_zone_belongs_to_the_day_before(ends_at, day):
    assert last_day(ends_at, MANAGUA) == day


def test_whole_days_are_those_of_the_zone():
    # An evening in Managua: in London it is the next day when it ends.
    starts_at, ends_at = MIDNIGHT - timedelta(hours=5), MIDNIGHT - timedelta(hours=2)

    assert Length.between(starts_at, ends_at, MANAGUA, is_all_day=True) == (1, timedelta(0))


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "length"),
    [
        (london(2026, 5, 4, 19), london(2026, 5, 4, 21), (0, timedelta(hours=2))),
        (london(2026, 5, 4, 19), london(2026, 5, 5, 19), (1, timedelta(0))),
        (london(2026, 5, 4, 19), london(2026, 5, 6, 18), (1, timedelta(hours=23))),
    ],
)
def test_whole_days_are_counted_by_the_clock(starts_at, ends_at, length):
    assert Length.between(starts_at, ends_at, LONDON, is_all_day=False) == length


def test_a_day_that_would_end_in_skipped_time_is_no_whole_day():
    # On the third day the clocks skip 02:30, which is read as 03:30: later than the end.
    starts_at = datetime(2026, 3, 5, 2, 30, tzinfo=NEW_YORK)
    ends_at = datetime(2026, 3, 8, 3, 10, tzinfo=NEW_YORK)

    length = Length.between(starts_at, ends_at, NEW_YORK, is_all_day=False)

    assert length == (2, timedelta(hours=23, minutes=40))


def test_the_hour_of_the_end_is_kept_on_the_clock_of_the_zone():
    starts_at = datetime(2026, 3, 28, 10, tzinfo=AUCKLAND)
    length = Length.between(
        starts_at, datetime(2026, 3, 29, 10, 30, tzinfo=AUCKLAND), AUCKLAND, is_all_day=False
    )

    end = length.end(datetime(2026, 4, 4, 10), AUCKLAND)

    assert end == datetime(2026, 4, 5, 10, 30, tzinfo=AUCKLAND)
