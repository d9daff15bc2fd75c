from datetime import timedelta

import pytest
from django.db.models.signals import post_init
from django.utils import timezone

from events.actions import update_next_dates
from events.dates.schedule import Schedule
from events.models import Event
from tests.events.examples import cancel_date, london, weekly
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.picture import PictureFactory

HOUR = timedelta(hours=1)


def titles(occurrences) -> list[str]:
    return [str(occurrence.event.title) for occurrence in occurrences]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_agenda_costs_the_same_whatever_the_rows(db, rows, django_assert_num_queries):
    city = CityFactory()
    for _number in range(rows):
        EventFactory(cities=[city], city=city, picture=PictureFactory())
        cancel_date(weekly(cities=[city]), london(2026, 5, 11, 19))
    EventFactory(cities=[city], draft=True)
    EventFactory(draft=True, cities=[city], recurrence="FREQ=DAILY")

    with django_assert_num_queries(5):
        agenda = city.events.published().agenda(limit=100)
        assert {str(one.event.city) for one in agenda} == {str(city), "None"}
        assert sum(bool(one.event.picture) for one in agenda) == rows

    assert len(list(agenda)) == 2 * rows


def test_long_texts_are_not_read_for_cards(db):
    EventFactory(city=CityFactory())

    (event,) = Event.objects.as_cards()

    assert event.get_deferred_fields() == {"body"}
    assert event.city.get_deferred_fields() == {"body"}


def test_upcoming_events_are_sorted_by_their_first_date(db):
    EventFactory(title="b", starts_at=london(2026, 6, 2), ends_at=london(2026, 6, 3))
    weekly(title="a")
    EventFactory(title="past", starts_at=london(2026, 5, 1), ends_at=london(2026, 5, 2))

    found = Event.objects.upcoming(london(2026, 6, 1))

    assert [str(event.title) for event in found] == ["a", "b"]


@pytest.mark.parametrize(
    ("at", "has_any"),
    [(london(2026, 5, 3), True), (london(2026, 5, 4, 20), True), (london(2026, 5, 4, 21), False)],
)
def test_an_agenda_holds_what_is_on_or_to_come(db, at, has_any):
    weekly(recurrence="")

    assert bool(Event.objects.agenda(at)) is has_any


def test_an_agenda_has_the_first_of_its_events_up_to_a_limit(db):
    EventFactory(title="later", starts_at=london(2026, 5, 7), ends_at=london(2026, 5, 8))
    weekly(title="first")

    assert titles(Event.objects.agenda(london(2026, 5, 1), limit=1)) == ["first"]


def test_an_event_of_two_groups_counts_once(db):
    groups = LinkGroupFactory.create_batch(2)
    EventFactory(groups=groups)
    weekly(groups=groups)

    assert Event.objects.of_groups(groups).upcoming_counts() == (1, 1)


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


def test_a_stretch_begins_after_what_ends_then_and_ends_before_what_begins_then(db):
    weekly()

    assert Event.objects.occurrences_between(london(2026, 5, 11, 21), london(2026, 5, 18, 19)) == []


def test_a_stretch_reads_only_events_that_may_have_a_date_in_it(db):
    for day in (3, 29):
        EventFactory(starts_at=london(2026, 5, day, 19), ends_at=london(2026, 5, day, 21))
    weekly(recurrence="FREQ=WEEKLY;COUNT=1")
    weekly(title="found")
    read = []

    def note(instance: Event, **kwargs) -> None:
        read.append(str(instance.title))

    post_init.connect(note, sender=Event)
    try:
        Event.objects.occurrences_between(london(2026, 5, 5), london(2026, 5, 29))
    finally:
        post_init.disconnect(note, sender=Event)

    assert read == ["found"]


def test_past_events_show_their_last_date(db):
    weekly(recurrence="FREQ=WEEKLY;COUNT=3")

    (occurrence,) = Event.objects.past(london(2026, 7, 1)).last_occurrences()

    assert occurrence.local_starts_at == london(2026, 5, 18, 19)


def test_a_year_of_the_archive_takes_in_its_last_evening(db):
    EventFactory(starts_at=london(2025, 12, 31), ends_at=london(2026, 1, 1), is_all_day=True)

    assert Event.objects.past_years(london(2027, 1, 1)) == [2025]
    assert Event.objects.of_year(2025).count() == 1
    assert Event.objects.of_year(2026).count() == 0


def test_years_of_the_archive_begin_on_their_first_evening_latest_first(db):
    for year in (2024, 2025, 2026):
        EventFactory(
            title=str(year), starts_at=london(year, 1, 1, 19), ends_at=london(year, 1, 1, 21)
        )

    assert Event.objects.past_years(london(2025, 6, 1)) == [2025, 2024]
    assert [str(event.title) for event in Event.objects.of_year(2025)] == ["2025"]


def test_no_rule_is_run_of_a_series_that_is_not_shown(db, monkeypatch):
    now = timezone.now().replace(microsecond=0)
    for number in range(5):
        weekly(
            starts_at=now + timedelta(days=number), ends_at=now + timedelta(days=number, hours=1)
        )
    rules = []
    monkeypatch.setattr(Schedule, "starts", lambda self, since=None: rules.append(self) or iter(()))

    agenda = Event.objects.agenda(timezone.now(), limit=3)

    assert [one.starts_at for one in agenda] == [now + timedelta(days=n) for n in range(3)]
    assert not rules


def test_series_is_sorted_by_its_next_date_also_when_that_is_not_stored_yet(db):
    now = timezone.now()
    soon, later = now + timedelta(days=2), now + timedelta(days=4)
    long_ago = now - timedelta(weeks=20)
    EventFactory(title="once", starts_at=later, ends_at=later + timedelta(hours=1))
    weekly(
        title="series",
        starts_at=soon - timedelta(weeks=30),
        ends_at=soon - timedelta(weeks=30) + timedelta(hours=1),
        time_zone="UTC",
    )
    stored = {"next_from": long_ago, "next_starts_at": long_ago, "next_ends_at": long_ago}
    for columns in ({}, stored, dict.fromkeys(stored)):
        if columns:
            Event.objects.exclude(recurrence="").update(**columns)

        assert titles(Event.objects.agenda(now, limit=1)) == ["series"]


def test_cancelled_date_before_the_next_one_is_in_its_month(db):
    event = weekly()
    first = next(event.occurrences(timezone.now()))
    cancel_date(event, first.starts_at)

    found = Event.objects.occurrences_between(first.starts_at, first.ends_at)

    assert [one.is_cancelled for one in found] == [True]


def test_night_stores_the_next_dates(db):
    event = weekly()
    Event.objects.update(next_from=None, next_starts_at=None, next_ends_at=None)

    assert update_next_dates() == 1
    assert update_next_dates() == 0

    event.refresh_from_db()
    assert event.next_starts_at == event.current_or_next(timezone.now()).starts_at
