from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from events.models import Event, EventStatus
from tests.events.examples import cancel_date, london, move_date, state, weekly


def titles(occurrences) -> list[str]:
    return [str(occurrence.event.title) for occurrence in occurrences]


def test_a_cancelled_date_stays_visible_and_the_next_one_takes_the_turn(db):
    event = weekly()
    cancel_date(event, london(2026, 5, 11, 19), note="Bank holiday")

    third = list(islice(event.occurrences(), 3))
    assert [o.is_cancelled for o in third] == [False, True, False]
    assert str(third[1].note) == "Bank holiday"
    assert event.current_or_next(london(2026, 5, 11, 20)).local_starts_at == london(2026, 5, 18, 19)


def test_when_only_cancelled_dates_are_left_the_first_of_them_is_shown(db):
    event = weekly(recurrence="FREQ=WEEKLY;COUNT=2")
    cancel_date(event, london(2026, 5, 11, 19))

    occurrence = event.current_or_next(london(2026, 5, 5))
    assert occurrence.is_cancelled
    assert occurrence.local_starts_at == london(2026, 5, 11, 19)


def test_a_moved_date_is_found_at_its_new_time_only(db):
    event = weekly()
    move_date(event, london(2026, 5, 11, 19), london(2026, 5, 13, 18), london(2026, 5, 13, 20))

    second = event.current_or_next(london(2026, 5, 5))
    assert second.is_moved
    assert second.local_starts_at == london(2026, 5, 13, 18)
    assert second.original_starts_at == london(2026, 5, 11, 19)
    assert state(event, london(2026, 5, 11, 20)) == "next"
    assert state(event, london(2026, 5, 13, 19)) == "now"


def test_moving_the_last_date_makes_the_event_end_later(db):
    event = weekly(recurrence="FREQ=WEEKLY;COUNT=2")
    move_date(event, london(2026, 5, 11, 19), london(2026, 6, 1, 19), london(2026, 6, 1, 21))

    event.refresh_from_db()
    assert event.last_ends_at == london(2026, 6, 1, 21)
    assert titles(Event.objects.agenda(london(2026, 5, 20)).next) == [str(event.title)]
    assert event.last_occurrence().is_moved


@pytest.mark.parametrize(
    ("new_end", "last_start"),
    [
        (london(2026, 5, 30, 12), london(2026, 5, 11, 18)),
        # Both end at the same time.
        (london(2026, 5, 11, 21), london(2026, 5, 11, 19)),
    ],
)
def test_the_last_date_ends_last_and_of_two_it_starts_later(db, new_end, last_start):
    event = weekly(recurrence="FREQ=WEEKLY;COUNT=2")

    move_date(event, london(2026, 5, 4, 19), london(2026, 5, 11, 18), new_end)

    event.refresh_from_db()
    assert event.last_occurrence().starts_at == last_start


def test_changed_dates_of_an_event_are_the_cancelled_and_the_moved(db):
    event = weekly()
    move_date(event, london(2026, 5, 18, 19), london(2026, 5, 20, 19), london(2026, 5, 20, 21))
    cancel_date(event, london(2026, 5, 11, 19))

    found = event.changed_occurrences()

    assert [one.first_day.day for one in found] == [11, 20]
    assert [one.status for one in found] == [EventStatus.CANCELLED, EventStatus.SCHEDULED]
    assert {one.event for one in found} == {event}


def test_a_change_counts_for_the_day_on_the_clock_of_the_event(db):
    # 19:00 in Managua: in London it is the next day.
    start = datetime(2026, 5, 4, 19, tzinfo=ZoneInfo("America/Managua"))
    event = weekly(time_zone="America/Managua", starts_at=start, ends_at=start + timedelta(hours=2))

    cancel_date(event, start + timedelta(days=7))

    assert [one.is_cancelled for one in islice(event.occurrences(), 3)] == [False, True, False]


def test_changes_hold_when_the_hour_of_the_event_is_shifted(db):
    event = weekly()
    cancel_date(event, london(2026, 5, 11, 19))

    event.starts_at, event.ends_at = london(2026, 5, 4, 20), london(2026, 5, 4, 22)
    event.save()

    assert event.current_or_next(london(2026, 5, 5)).local_starts_at == london(2026, 5, 18, 20)


def test_a_change_of_a_date_that_the_rule_no_longer_has_is_ignored(db):
    event = weekly()
    move_date(event, london(2026, 5, 12, 19), london(2026, 5, 13, 18), london(2026, 5, 13, 20))

    assert event.current_or_next(london(2026, 5, 5)).local_starts_at == london(2026, 5, 11, 19)


def test_a_cancelled_event_that_repeats_has_a_turn_and_says_so(db):
    occurrence = weekly(status=EventStatus.CANCELLED).current_or_next(london(2026, 5, 5))

    assert occurrence.is_cancelled
