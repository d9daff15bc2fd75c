from itertools import islice

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
