from datetime import datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from events.dates.recurrence import (
    check_recurrence,
    is_endless,
    split_rule,
    until,
    wall_clock_starts,
)

UTC = ZoneInfo("UTC")
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=2SA",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10",
        "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20301231",
        "freq=weekly;until=20301231T235959Z",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-31",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=YEARLY;UNTIL=21991231",
        # Whether these have a date depends on the first one.
        "FREQ=YEARLY;UNTIL=19951231",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",
    ],
)
def test_rules_that_calendars_know_are_accepted(rule):
    check_recurrence(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "every year",
        "FREQ=HOURLY",
        "FREQ=YEARLY;BYHOUR=9",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=WEEKLY;COUNT=5000",
        "FREQ=WEEKLY;COUNT=5;UNTIL=20301231",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=22000101",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=YEARLY",
        "FREQ=YEARLY;=",
        "DTSTART:20200101\nRRULE:FREQ=DAILY",
    ],
)
def test_other_rules_are_refused(rule):
    with pytest.raises(ValidationError) as refused:
        check_recurrence(rule)

    assert refused.value.messages == ["This is not a rule by which an event can repeat."]


def test_a_part_of_a_rule_has_a_name():
    with pytest.raises(ValueError, match="FREQ=YEARLY;=1"):
        split_rule("FREQ=YEARLY;=1")


def test_until_takes_in_the_whole_last_day():
    starts = wall_clock_starts(datetime(2026, 5, 4, 19), "FREQ=WEEKLY;UNTIL=20260518", LONDON)
    assert [start.day for start in starts] == [4, 11, 18]
    assert until("20260518", LONDON) == datetime(2026, 5, 18, 23, 59, 59)


def test_until_in_utc_is_read_on_the_local_clock():
    # 18 May, 17:30 UTC is 18:30 in London: the evening at 19:00 is too late
    starts = wall_clock_starts(
        datetime(2026, 5, 4, 19), "FREQ=WEEKLY;UNTIL=20260518T173000Z", LONDON
    )
    assert [start.day for start in starts] == [4, 11]


def test_a_daily_event_goes_on_after_two_thousand_days():
    since = datetime(2026, 5, 4)
    starts = wall_clock_starts(datetime(1990, 1, 1, 9), "FREQ=DAILY", LONDON, since)
    assert next(starts) == datetime(2026, 5, 4, 9)


@pytest.mark.parametrize(
    ("rule", "endless"),
    [
        ("", False),
        ("FREQ=DAILY", True),
        ("FREQ=DAILY;COUNT=3", False),
        ("FREQ=DAILY;UNTIL=20260518", False),
    ],
)
def test_only_rules_without_until_and_count_are_endless(rule, endless):
    assert is_endless(rule) is endless


weekdays = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True
).map(",".join)
numbered_weekday = st.builds(
    "{}{}".format, st.sampled_from([1, 2, 3, 4, -1]), st.sampled_from(["MO", "SA", "SU"])
)
month = st.integers(1, 12)
month_day = st.one_of(st.integers(1, 31), st.integers(-3, -1))
rules = st.builds(
    "{};INTERVAL={}{}".format,
    st.one_of(
        st.just("FREQ=DAILY"),
        st.just("FREQ=WEEKLY"),
        weekdays.map("FREQ=WEEKLY;BYDAY={}".format),
        weekdays.map("FREQ=WEEKLY;BYSETPOS=1;BYDAY={}".format),
        st.just("FREQ=MONTHLY"),
        month_day.map("FREQ=MONTHLY;BYMONTHDAY={}".format),
        numbered_weekday.map("FREQ=MONTHLY;BYDAY={}".format),
        weekdays.map("FREQ=MONTHLY;BYSETPOS=-1;BYDAY={}".format),
        st.just("FREQ=YEARLY"),
        st.builds("FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format, month, st.integers(1, 28)),
        st.builds("FREQ=YEARLY;BYMONTH={};BYDAY={}".format, month, numbered_weekday),
        month.map("FREQ=YEARLY;BYMONTH={}".format),
        st.integers(1, 52).map("FREQ=YEARLY;BYDAY=MO;BYWEEKNO={}".format),
        st.integers(1, 52).map("FREQ=YEARLY;BYWEEKNO={}".format),
        st.one_of(st.integers(1, 365), st.integers(-365, -1)).map(
            "FREQ=YEARLY;BYYEARDAY={}".format
        ),
    ),
    st.integers(1, 5),
    st.one_of(
        st.just(""),
        st.integers(1, 60).map(";COUNT={}".format),
        st.dates(datetime(2000, 1, 1).date(), datetime(2030, 1, 1).date()).map(
            ";UNTIL={:%Y%m%d}T235959".format
        ),
    ),
)


@given(
    rule=rules,
    first=st.datetimes(datetime(2000, 1, 1), datetime(2004, 12, 31)),
    days=st.integers(-400, 7000),
)
@example(rule="FREQ=YEARLY;BYYEARDAY=200", first=datetime(2000, 1, 1), days=3000)
@example(rule="FREQ=YEARLY;BYWEEKNO=20", first=datetime(2000, 1, 1), days=3000)
@example(rule="FREQ=YEARLY;BYMONTH=5", first=datetime(2000, 1, 1), days=3000)
# From the 31st, a start that is whole months later can fall into a shorter month.
@example(rule="FREQ=MONTHLY;BYMONTHDAY=-1", first=datetime(2000, 1, 31), days=182)
def test_starting_near_a_date_gives_the_same_as_counting_from_the_first(rule, first, days):
    since = first + timedelta(days=days)
    first = first.replace(microsecond=0)
    horizon = since + timedelta(days=2500)

    near = list(
        takewhile(lambda s: s < horizon, islice(wall_clock_starts(first, rule, UTC, since), 20))
    )

    counted = (start for start in rrulestr(rule, dtstart=first) if start >= since)
    assert near == list(takewhile(lambda start: start < horizon, islice(counted, 20)))
