"""A series of which an officer moves the first date to another day."""

from datetime import date

import pytest
from django.urls import reverse

from events.models import Event, OccurrenceChange
from tests.admin_forms import errors_of, save
from tests.events.answers import html
from tests.events.examples import london
from tests.factories.event import EventFactory

pytestmark = pytest.mark.usefixtures("in_march")


def saturdays(rule: str = "FREQ=WEEKLY;BYDAY=SA", year: int = 2026) -> Event:
    """Evenings from the second Saturday of January on; it is Thursday, 12 March 2026."""
    first = {2025: 11, 2026: 10}[year]
    return EventFactory(
        slug="choir",
        starts_at=london(year, 1, first, 19),
        ends_at=london(year, 1, first, 21),
        recurrence=rule,
    )


def on_sunday(client, event: Event, **values):
    """Move the first date by one day."""
    day = f"{event.starts_at.day + 1:02}/01/{event.starts_at.year}"
    typed = {"starts_at_0": day, "ends_at_0": day} | values
    return save(client, reverse("admin:events_event_change", args=[event.pk]), **typed)


def days(event: Event, since: date, most: int = 3) -> list[date]:
    found = []
    for occurrence in Event.objects.get(pk=event.pk).occurrences(london(*since.timetuple()[:3])):
        found.append(occurrence.first_day)
        if len(found) == most:
            break
    return found


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("FREQ=WEEKLY;BYDAY=SA", "Saturday 14 March 2026", "Sunday 15 March 2026"),
        ("FREQ=MONTHLY;BYDAY=2SA", "Saturday 14 March 2026", "Sunday 15 March 2026"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "Saturday 21 March 2026", "Sunday 22 March 2026"),
        ("FREQ=MONTHLY;BYMONTHDAY=10", "Friday 10 April 2026", "Saturday 11 April 2026"),
        ("FREQ=WEEKLY;BYDAY=SA;COUNT=30", "Saturday 14 March 2026", "Sunday 15 March 2026"),
    ],
)
def test_the_consequence_is_shown_before_it_is_saved(officer_client, rule, old, new):
    event = saturdays(rule)

    response = on_sunday(officer_client, event)

    assert "date of a series" in errors_of(response)["starts_at"][0]
    page = response.content.decode()
    for words in ("only this date", "this date and those that follow", "all dates"):
        assert words in page
    assert f"{old} becomes {new}" in page
    event.refresh_from_db()
    assert (event.recurrence, event.starts_at) == (rule, london(2026, 1, 10, 19))


def test_only_one_date_is_moved_and_visitors_are_told(officer_client, client):
    event = saturdays()

    on_sunday(officer_client, event, series_move="next")

    assert days(event, date(2026, 3, 12)) == [
        date(2026, 3, 15),
        date(2026, 3, 21),
        date(2026, 3, 28),
    ]
    assert days(event, date(2026, 1, 1), 1) == [date(2026, 1, 10)]
    page = html(client, "/events/choir/")
    assert "It was to start on Saturday 14 March 2026." in page
    assert "(moved from Saturday 14 March 2026)" in page


def test_this_date_and_those_that_follow_are_moved(officer_client, client):
    event = saturdays("FREQ=WEEKLY;BYDAY=SA;COUNT=12")

    on_sunday(officer_client, event, series_move="following")

    found = days(event, date(2026, 1, 1), 99)
    # The three that were still to come of twelve: nine Saturdays were over
    assert found == [date(2026, 3, 15), date(2026, 3, 22), date(2026, 3, 29)]
    page = html(client, "/events/choir/")
    assert "This event has a new date" in page
    assert "It was to start on Saturday 14 March 2026." in page


def test_all_dates_are_moved(officer_client, client):
    event = saturdays()

    on_sunday(officer_client, event, series_move="all")

    assert days(event, date(2026, 1, 1), 2) == [date(2026, 1, 11), date(2026, 1, 18)]
    assert "It was to start on Saturday 14 March 2026." in html(client, "/events/choir/")


def test_nobody_is_told_of_the_old_dates_of_a_draft(officer_client):
    event = saturdays()
    Event.objects.update(published_at=None)

    on_sunday(officer_client, event, series_move="all")

    event.refresh_from_db()
    assert (event.status, event.previous_starts_at) == ("scheduled", None)


def test_a_series_that_has_not_begun_has_two_choices(officer_client):
    event = EventFactory(
        starts_at=london(2026, 5, 9, 19),
        ends_at=london(2026, 5, 9, 21),
        recurrence="FREQ=WEEKLY;BYDAY=SA",
    )
    day = {"starts_at_0": "10/05/2026", "ends_at_0": "10/05/2026"}
    address = reverse("admin:events_event_change", args=[event.pk])

    page = save(officer_client, address, **day).content.decode()
    save(officer_client, address, **day, series_move="next")

    assert "those that follow" not in page
    assert OccurrenceChange.objects.get().starts_at == london(2026, 5, 10, 19)


def test_a_day_to_come_is_meant_as_it_is_typed(officer_client):
    event = saturdays(year=2025)
    day = {"starts_at_0": "17/03/2026", "ends_at_0": "17/03/2026"}

    save(
        officer_client,
        reverse("admin:events_event_change", args=[event.pk]),
        **day,
        series_move="next",
    )

    assert days(event, date(2026, 3, 12), 2) == [date(2026, 3, 17), date(2026, 3, 21)]


@pytest.mark.parametrize(
    "values",
    [{"starts_at_1": "18:00"}, {"place_0": "Hall"}, {"repeats_until": "01/12/2026"}],
)
def test_nothing_is_asked_while_the_days_stay(officer_client, values):
    event = saturdays()

    response = save(officer_client, reverse("admin:events_event_change", args=[event.pk]), **values)

    assert response.status_code == 302
