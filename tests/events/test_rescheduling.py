"""What an event keeps of the date first announced, and what calendars are told."""

from datetime import timedelta

import pytest
from i18nfield.strings import LazyI18nString

from events.models import Event, EventStatus
from tests.factories.event import EventFactory

pytestmark = pytest.mark.django_db


def move(event: Event, **delta: float) -> None:
    event.starts_at += timedelta(**delta)
    event.ends_at += timedelta(**delta)
    event.save()


def test_second_rescheduling_keeps_the_date_first_announced():
    event = EventFactory()
    announced = event.starts_at
    event.status = EventStatus.RESCHEDULED

    move(event, days=7)
    move(event, days=7)

    event.refresh_from_db()
    assert event.previous_starts_at == announced
    assert event.starts_at == announced + timedelta(days=14)


def test_rescheduling_that_keeps_the_start_has_no_earlier_date():
    event = EventFactory()
    event.status = EventStatus.RESCHEDULED

    event.ends_at += timedelta(hours=1)
    event.save()

    assert event.previous_starts_at is None


@pytest.mark.parametrize("status", sorted({*EventStatus.values} - {EventStatus.RESCHEDULED}))
def test_correction_of_a_date_is_no_rescheduling(status):
    event = EventFactory(status=status)

    move(event, days=1)

    assert event.previous_starts_at is None


def test_only_what_calendars_show_counts_as_a_change_for_them():
    event = EventFactory(place="Town Hall")
    event.summary = "Another summary."
    event.save()
    assert event.sequence == 0

    event.place = "Museum"
    event.save()
    event.save()
    assert event.sequence == 1

    move(event, hours=1)
    assert event.sequence == 2


def test_change_of_one_language_counts_and_another_way_to_write_the_same_does_not():
    event = EventFactory(place=LazyI18nString({"en": "Town Hall", "de": "Rathaus"}))

    event.place = {"de": "Rathaus", "en": "Town Hall"}
    event.save()
    assert event.sequence == 0

    event.place = {"en": "Town Hall", "de": "Altes Rathaus"}
    event.save()
    assert event.sequence == 1


def test_saving_some_columns_saves_what_follows_from_them():
    event = EventFactory()
    announced, end = event.starts_at, event.ends_at
    event.status = EventStatus.RESCHEDULED
    event.starts_at += timedelta(days=1)
    event.ends_at += timedelta(days=1)
    event.place = "Not to be saved"

    event.save(update_fields=["starts_at", "ends_at", "status"])

    event.refresh_from_db()
    assert str(event.place) == ""
    assert event.previous_starts_at == announced
    assert event.last_ends_at == end + timedelta(days=1)
    assert event.sequence == 1
