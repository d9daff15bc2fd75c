from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.dates.occurrence import NEXT, NOW, PAST, moment
from events.dates.schedule import dates, last_end, phase, turn
from events.models import Event
from tests.events.dates import LONDON, london, weekly
from tests.factories.event import EventFactory

HOUR = timedelta(hours=1)


# One of three


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (london(2026, 5, 4, 18, 59), NEXT),
        (london(2026, 5, 4, 19), NOW),
        (london(2026, 5, 4, 20, 59), NOW),
        (london(2026, 5, 4, 21), PAST),
    ],
)
def test_an_event_begins_with_its_first_moment_and_is_over_at_its_end(db, at, expected):
    event = weekly(recurrence="")

    assert phase(event, at) == expected
    agenda = Event.objects.agenda(at)
    assert [NOW] * len(agenda.now) + [NEXT] * len(agenda.next) + [PAST] * Event.objects.past(
        at
    ).count() == [expected]


@pytest.mark.parametrize(
    ("day", "expected"), [(6, NEXT), (7, NOW), (15, NOW), (22, NOW), (23, PAST)]
)
def test_a_running_exhibition_is_now_on_each_of_its_days(db, day, expected):
    event = EventFactory(
        is_all_day=True,
        starts_at=london(2015, 11, 7, 15),
        ends_at=london(2015, 11, 22, 16),
    )

    assert phase(event, london(2015, 11, day, 0, 0)) == expected
    assert phase(event, london(2015, 11, day, 23, 59)) == expected


def test_whole_days_are_kept_from_midnight_to_midnight(db):
    event = EventFactory(
        is_all_day=True, starts_at=london(2015, 11, 7, 15), ends_at=london(2015, 11, 22, 16)
    )
    event.save()  # a second time changes nothing more

    assert (event.starts_at, event.ends_at) == (london(2015, 11, 7), london(2015, 11, 23))
    occurrence = turn(event, london(2015, 11, 8))
    assert (occurrence.first_day, occurrence.last_day) == (date(2015, 11, 7), date(2015, 11, 22))


def test_the_day_is_that_of_the_event_and_not_of_the_reader(db):
    event = EventFactory(
        time_zone="America/Managua",
        is_all_day=True,
        starts_at=datetime(2026, 5, 4, 12, tzinfo=ZoneInfo("America/Managua")),
        ends_at=datetime(2026, 5, 4, 13, tzinfo=ZoneInfo("America/Managua")),
    )

    assert phase(event, datetime(2026, 5, 4, 5, 59, tzinfo=UTC)) == NEXT
    assert phase(event, datetime(2026, 5, 4, 6, tzinfo=UTC)) == NOW
    assert phase(event, datetime(2026, 5, 5, 6, tzinfo=UTC)) == PAST


moments = st.datetimes(
    datetime(2024, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC), allow_imaginary=False
)
zones = st.sampled_from(
    ["Europe/London", "America/Managua", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Beirut"]
)
rules = st.sampled_from(
    [
        "",
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=40",
        "FREQ=WEEKLY;UNTIL=20260330",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=YEARLY",
    ]
)


@st.composite
def events(draw) -> Event:
    starts_at = draw(moments).replace(microsecond=0)
    return Event(
        title="x",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=draw(st.integers(1, 60 * 24 * 40))),
        is_all_day=draw(st.booleans()),
        time_zone=draw(zones),
        recurrence=draw(rules),
        status=draw(st.sampled_from(Event.Status.values)),
    )


@given(event=events(), at=moments)
def test_at_any_moment_an_event_is_exactly_one_of_now_next_and_past(event, at):
    event.last_ends_at = last_end(event)
    occurrence = turn(event, at)

    is_past = event.last_ends_at is not None and event.last_ends_at <= at
    assert (occurrence is None) == is_past
    assert (phase(event, at) == PAST) == is_past
    if occurrence:
        assert occurrence.ends_at > at
        assert phase(event, at) == (NOW if occurrence.starts_at <= at else NEXT)


@given(event=events(), at=moments)
def test_every_date_is_longer_than_nothing_and_later_than_the_one_before(event, at):
    previous = None
    for _number, occurrence in zip(range(5), dates(event, at), strict=False):
        assert occurrence.starts_at < occurrence.ends_at
        assert previous is None or previous.starts_at < occurrence.starts_at
        previous = occurrence


@given(event=events(), before=moments, after=moments)
def test_an_event_that_is_past_stays_past(event, before, after):
    before, after = sorted([before, after])
    assert phase(event, before) != PAST or phase(event, after) == PAST


# Clock changes: London, 29 March 2026 at 01:00 and 25 October 2026 at 02:00


def test_the_hour_on_the_clock_stays_the_same_across_both_changes(db):
    event = weekly(starts_at=london(2026, 3, 23, 19), ends_at=london(2026, 3, 23, 21))

    starts = [o.starts_at for _n, o in zip(range(33), dates(event), strict=False)]

    assert {start.astimezone(LONDON).hour for start in starts} == {19}
    assert {start.hour for start in starts} == {18, 19}


def test_a_time_that_the_clocks_skip_is_read_with_the_offset_before(db):
    event = EventFactory(
        starts_at=london(2026, 3, 28, 1, 30),
        ends_at=london(2026, 3, 28, 2, 30),
        recurrence="FREQ=DAILY",
    )
    night = list(zip(range(3), dates(event), strict=False))[1][1]

    assert night.starts_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # shown as 02:30
    assert night.ends_at - night.starts_at == HOUR


def test_a_time_that_comes_twice_is_the_first_of_the_two(db):
    event = EventFactory(
        starts_at=london(2026, 10, 24, 1, 30),
        ends_at=london(2026, 10, 24, 2, 30),
        recurrence="FREQ=DAILY",
    )
    night = list(zip(range(3), dates(event), strict=False))[1][1]

    assert night.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_second_of_two_equal_times_can_be_meant_by_an_event_on_one_date(db):
    starts_at = london(2026, 10, 25, 1, 30).replace(fold=1)
    event = EventFactory(starts_at=starts_at, ends_at=starts_at.astimezone(UTC) + HOUR)

    assert turn(event, starts_at).starts_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_days_are_days_of_the_wall_clock_and_hours_are_exact(db):
    # Saturday 10:00 to Sunday 18:00, each week; one night is an hour shorter
    event = EventFactory(
        starts_at=london(2026, 3, 21, 10),
        ends_at=london(2026, 3, 22, 18),
        recurrence="FREQ=WEEKLY",
    )
    short = list(zip(range(2), dates(event), strict=False))[1][1]

    assert short.local_ends_at == london(2026, 3, 29, 18)
    assert short.ends_at - short.starts_at == 31 * HOUR


@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 1)),
    zone=st.sampled_from(["Europe/London", "Africa/Cairo", "Australia/Lord_Howe"]).map(ZoneInfo),
)
def test_a_moment_shows_the_time_asked_for_unless_the_clocks_skip_it(start, zone):
    shown = moment(start, zone).astimezone(zone).replace(tzinfo=None, fold=0)

    assert shown == start or timedelta() < shown - start <= HOUR
