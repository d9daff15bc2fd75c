"""A series that is held at another time from one of its dates on."""

from datetime import UTC, date, datetime
from itertools import islice

import pytest
from django.core.exceptions import ValidationError

from events.following_dates import FollowingDates, change_following
from events.models import Event, EventStatus
from tests.events.examples import cancel_date, london, move_date, weekly
from tests.factories.city import CityFactory
from tests.factories.event import EventPhotoFactory

pytestmark = pytest.mark.django_db
BEFORE = datetime(2026, 5, 1, tzinfo=UTC)


def change(event, day, starts_at, ends_at, now=BEFORE):
    plan = FollowingDates(event.changed_schedule(), day, starts_at, ends_at, now)
    return change_following(event, plan)


def starts(event, number):
    return [one.local_starts_at for one in islice(event.occurrences(), number)]


def test_the_next_date_and_all_later_ones_stay_on_the_same_page():
    event = weekly()

    later = change(event, date(2026, 5, 4), london(2026, 5, 5, 18), london(2026, 5, 5, 20))

    assert later.pk == event.pk
    assert starts(later, 2) == [london(2026, 5, 5, 18), london(2026, 5, 12, 18)]
    assert (later.status, later.previous_starts_at) == (
        EventStatus.RESCHEDULED,
        london(2026, 5, 4, 19),
    )


def test_dates_before_the_changed_one_stay_and_the_others_get_a_page_of_their_own():
    event = weekly(cities=[CityFactory()], slug="evening")
    EventPhotoFactory(event=event)

    later = change(event, date(2026, 5, 18), london(2026, 5, 19, 18), london(2026, 5, 19, 20))

    event.refresh_from_db()
    assert starts(event, 9) == [london(2026, 5, 4, 19), london(2026, 5, 11, 19)]
    assert starts(later, 2) == [london(2026, 5, 19, 18), london(2026, 5, 26, 18)]
    assert later.slug == "evening-2026-05"
    assert later.uid != event.uid
    assert later.is_published
    assert (later.cities.count(), later.photos.count()) == (1, 1)


def test_a_second_page_of_the_same_month_gets_a_number():
    weekly(slug="evening-2026-05")
    event = weekly(slug="evening")

    later = change(event, date(2026, 5, 18), london(2026, 5, 19, 18), london(2026, 5, 19, 20))

    assert later.slug == "evening-2026-05-2"


def test_changes_of_later_dates_go_along():
    event = weekly()
    cancel_date(event, london(2026, 5, 11, 19))
    cancel_date(event, london(2026, 5, 25, 19), note="Bank holiday")
    move_date(event, london(2026, 6, 1, 19), london(2026, 6, 3, 9), london(2026, 6, 3, 10))

    later = change(event, date(2026, 5, 18), london(2026, 5, 19, 18), london(2026, 5, 19, 20))

    assert [one.local_starts_at for one in later.changed_occurrences()] == [
        london(2026, 5, 26, 18),
        london(2026, 6, 3, 9),
    ]
    assert str(later.changes.first().note) == "Bank holiday"
    assert [row.original_starts_at for row in event.changes.all()] == [london(2026, 5, 11, 19)]


@pytest.mark.parametrize(
    ("rule", "day", "new", "expected"),
    [
        ("FREQ=WEEKLY;COUNT=4", (2026, 5, 18), (2026, 5, 19), "FREQ=WEEKLY;BYDAY=TU;COUNT=2"),
        ("FREQ=WEEKLY;BYDAY=MO,FR", (2026, 5, 8), (2026, 5, 7), "FREQ=WEEKLY;BYDAY=MO,TH"),
        (
            "FREQ=MONTHLY;BYDAY=1MO",
            (2026, 6, 1),
            (2026, 6, 9),
            "FREQ=MONTHLY;BYDAY=2TU",
        ),
        (
            "FREQ=WEEKLY;UNTIL=20260701",
            (2026, 5, 18),
            (2026, 5, 18),
            "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260701",
        ),
    ],
)
def test_the_rule_follows_from_the_new_date(rule, day, new, expected):
    event = weekly(recurrence=rule)

    later = change(event, date(*day), london(*new, 18), london(*new, 20))

    assert later.recurrence == expected


def test_a_rule_that_the_new_date_does_not_fit_is_refused():
    event = weekly(recurrence="FREQ=WEEKLY;BYDAY=MO;BYMONTH=5,6")

    with pytest.raises(ValidationError):
        change(event, date(2026, 5, 18), london(2026, 5, 19, 18), london(2026, 5, 19, 20))

    event.refresh_from_db()
    assert event.recurrence == "FREQ=WEEKLY;BYDAY=MO;BYMONTH=5,6"
    assert Event.objects.count() == 1
