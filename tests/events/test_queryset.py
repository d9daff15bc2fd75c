from datetime import timedelta

import pytest

from events.models import Event
from tests.events.examples import cancel_date, london, weekly
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory

HOUR = timedelta(hours=1)


def titles(occurrences) -> list[str]:
    return [str(occurrence.event.title) for occurrence in occurrences]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_agenda_takes_two_queries_whatever_the_rows(db, rows, django_assert_num_queries):
    city = CityFactory()
    for _number in range(rows):
        EventFactory(cities=[city], city=city)
        cancel_date(weekly(cities=[city]), london(2026, 5, 11, 19))
    EventFactory(cities=[city], draft=True)
    EventFactory(draft=True, cities=[city], recurrence="FREQ=DAILY")

    with django_assert_num_queries(2):
        agenda = city.events.published().agenda(limit=100)
        assert all(str(one.event.city or "") is not None for one in agenda)

    assert len(list(agenda)) == 2 * rows


def test_recurring_and_other_events_are_merged_by_the_date_of_their_turn(db):
    at = london(2026, 5, 12)
    EventFactory(title="b", starts_at=london(2026, 5, 20), ends_at=london(2026, 5, 21))
    weekly(title="a")
    EventFactory(title="past", starts_at=london(2026, 5, 1), ends_at=london(2026, 5, 2))
    EventFactory(title="on", starts_at=london(2026, 5, 1), ends_at=london(2026, 5, 13))

    agenda = Event.objects.agenda(at)

    assert (titles(agenda.now), titles(agenda.next)) == (["on"], ["a", "b"])


def test_pages_of_turns_fit_together_without_gap_or_repetition(db):
    at = london(2026, 5, 12)
    for day in range(13, 30):
        EventFactory(starts_at=london(2026, 5, day, 18), ends_at=london(2026, 5, day, 19))
    for day in (4, 6, 8):
        weekly(starts_at=london(2026, 5, day, 19), ends_at=london(2026, 5, day, 21))
    weekly(starts_at=london(2026, 8, 3, 19), ends_at=london(2026, 8, 3, 21))

    counts = Event.objects.upcoming_counts(at)
    whole = Event.objects.upcoming_occurrences(at)
    pages = [
        Event.objects.upcoming_occurrences(at, n, n + 4, counts.recurring) for n in range(0, 24, 4)
    ]

    assert counts == (17, 4)
    assert [one for page in pages for one in page] == whole
    assert len(whole) == 21


def test_a_stretch_of_time_has_every_date_in_it_and_none_twice(db):
    weekly()
    EventFactory(starts_at=london(2026, 4, 30), ends_at=london(2026, 5, 1, 0, 1))
    EventFactory(starts_at=london(2026, 6, 1), ends_at=london(2026, 6, 2))
    EventFactory(starts_at=london(2026, 4, 1), ends_at=london(2026, 5, 1))

    found = Event.objects.occurrences_between(london(2026, 5, 1), london(2026, 6, 1))

    assert [one.local_starts_at.day for one in found] == [30, 4, 11, 18, 25]


def test_past_events_show_their_last_date(db):
    weekly(recurrence="FREQ=WEEKLY;COUNT=3")

    (occurrence,) = Event.objects.past(london(2026, 7, 1)).last_occurrences()

    assert occurrence.local_starts_at == london(2026, 5, 18, 19)


def test_a_year_of_the_archive_takes_in_its_last_evening(db):
    EventFactory(starts_at=london(2025, 12, 31), ends_at=london(2026, 1, 1), is_all_day=True)

    assert Event.objects.past_years(london(2027, 1, 1)) == [2025]
    assert Event.objects.of_year(2025).count() == 1
    assert Event.objects.of_year(2026).count() == 0
