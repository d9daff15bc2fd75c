from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from events.models import Event, EventStatus
from tests.events.examples import london, state, weekly
from tests.factories.event import EventFactory

# One of three


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (london(2026, 5, 4, 18, 59), "next"),
        (london(2026, 5, 4, 19), "now"),
        (london(2026, 5, 4, 20, 59), "now"),
        (london(2026, 5, 4, 21), "past"),
    ],
)
def test_an_event_begins_with_its_first_moment_and_is_over_at_its_end(db, at, expected):
    event = weekly(recurrence="")

    assert state(event, at) == expected
    agenda = Event.objects.agenda(at)
    assert ["now"] * len(agenda.now) + ["next"] * len(agenda.next) + ["past"] * Event.objects.past(
        at
    ).count() == [expected]


@pytest.mark.parametrize(
    ("day", "expected"), [(6, "next"), (7, "now"), (15, "now"), (22, "now"), (23, "past")]
)
def test_a_running_exhibition_is_now_on_each_of_its_days(db, day, expected):
    event = EventFactory(
        is_all_day=True,
        starts_at=london(2015, 11, 7, 15),
        ends_at=london(2015, 11, 22, 16),
    )

    assert state(event, london(2015, 11, day, 0, 0)) == expected
    assert state(event, london(2015, 11, day, 23, 59)) == expected


def test_whole_days_are_kept_from_midnight_to_midnight(db):
    event = EventFactory(
        is_all_day=True, starts_at=london(2015, 11, 7, 15), ends_at=london(2015, 11, 22, 16)
    )
    event.save()  # a second time changes nothing more

    assert (event.starts_at, event.ends_at) == (london(2015, 11, 7), london(2015, 11, 23))
    occurrence = event.current_or_next(london(2015, 11, 8))
    assert (occurrence.first_day, occurrence.last_day) == (date(2015, 11, 7), date(2015, 11, 22))


def test_the_day_is_that_of_the_event_and_not_of_the_reader(db):
    event = EventFactory(
        time_zone="America/Managua",
        is_all_day=True,
        starts_at=datetime(2026, 5, 4, 12, tzinfo=ZoneInfo("America/Managua")),
        ends_at=datetime(2026, 5, 4, 13, tzinfo=ZoneInfo("America/Managua")),
    )

    assert state(event, datetime(2026, 5, 4, 5, 59, tzinfo=UTC)) == "next"
    assert state(event, datetime(2026, 5, 4, 6, tzinfo=UTC)) == "now"
    assert state(event, datetime(2026, 5, 5, 6, tzinfo=UTC)) == "past"


def test_an_event_whose_last_end_is_out_of_step_has_a_date_to_show(db):
    event = weekly(recurrence="FREQ=WEEKLY;COUNT=2")
    # As if it had been saved before the clocks there got new rules.
    event.last_ends_at += timedelta(hours=1)

    occurrence = event.main_occurrence(london(2026, 6, 1))

    assert occurrence.starts_at == event.starts_at


def test_the_date_that_stands_for_an_event_is_its_turn_and_then_its_last(db):
    event = weekly(recurrence="FREQ=WEEKLY;COUNT=3")

    def shown(at: datetime) -> int:
        return event.main_occurrence(at).first_day.day

    assert shown(london(2026, 5, 5)) == 11
    assert shown(london(2026, 5, 11, 20)) == 11
    assert shown(london(2026, 6, 1)) == 18


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("FREQ=WEEKLY;UNTIL=20260503", "By this rule there is not a single date."),
        (
            "FREQ=WEEKLY;BYDAY=WE",
            "The first date does not fit this rule; the first one that does is 6 May 2026. "
            "Change the start or the rule.",
        ),
    ],
)
def test_a_rule_that_does_not_begin_on_the_first_date_is_refused(db, rule, problem):
    event = weekly()
    event.recurrence = rule

    with pytest.raises(ValidationError) as refused:
        event.clean()

    assert refused.value.message_dict == {"recurrence": [problem]}


@pytest.mark.parametrize("missing", ["starts_at", "ends_at", "time_zone", "recurrence"])
def test_a_rule_is_compared_once_all_of_the_first_date_is_known(db, missing):
    event = weekly()
    setattr(event, missing, None)

    event.clean()


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
        status=draw(st.sampled_from(EventStatus.values)),
    )


@given(event=events(), at=moments)
def test_at_any_moment_an_event_is_exactly_one_of_now_next_and_past(event, at):
    event.last_ends_at = event.changed_schedule().last_end()
    occurrence = event.current_or_next(at)

    is_past = event.last_ends_at is not None and event.last_ends_at <= at
    assert (occurrence is None) == is_past
    assert (state(event, at) == "past") == is_past
    if occurrence:
        assert occurrence.ends_at > at
        assert state(event, at) == ("now" if occurrence.starts_at <= at else "next")


@given(event=events(), stored_at=moments, at=moments)
def test_stored_date_is_the_computed_one_at_any_moment(event, stored_at, at):
    event.set_next(stored_at)

    assert event.stored_current_or_next(at) == event.current_or_next(at)
    assert not event.set_next(stored_at)


@given(event=events(), at=moments)
def test_every_date_is_longer_than_nothing_and_later_than_the_one_before(event, at):
    previous = None
    for _number, occurrence in zip(range(5), event.occurrences(at), strict=False):
        assert occurrence.starts_at < occurrence.ends_at
        assert previous is None or previous.starts_at < occurrence.starts_at
        previous = occurrence


@given(event=events(), before=moments, after=moments)
def test_an_event_that_is_past_stays_past(event, before, after):
    before, after = sorted([before, after])
    assert state(event, before) != "past" or state(event, after) == "past"
