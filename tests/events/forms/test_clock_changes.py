"""Times that the clocks skip or show twice, in the officer's form."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from events.models import Event, OccurrenceChange
from tests.admin_forms import errors_of, save
from tests.events.examples import weekly
from tests.events.forms.test_event import ADD, filled
from tests.factories.event import EventFactory

pytestmark = pytest.mark.usefixtures("in_march")


def on(day: str, starts: str, ends: str, **values: str) -> dict[str, str]:
    return filled(starts_at_0=day, starts_at_1=starts, ends_at_0=day, ends_at_1=ends, **values)


@pytest.mark.parametrize(
    ("zone", "day", "starts", "ends", "field"),
    [
        ("Europe/London", "28/03/2027", "01:30", "03:00", "starts_at"),
        ("Europe/London", "28/03/2027", "00:30", "01:59", "ends_at"),
        ("Europe/Berlin", "28/03/2027", "02:00", "04:00", "starts_at"),
        ("America/New_York", "14/03/2027", "02:15", "04:00", "starts_at"),
        ("Australia/Lord_Howe", "03/10/2027", "02:10", "04:00", "starts_at"),
        # A whole day that was left out
        ("Pacific/Apia", "30/12/2011", "10:00", "11:00", "starts_at"),
    ],
)
def test_a_time_that_the_clocks_skip_is_refused(officer_client, zone, day, starts, ends, field):
    response = save(officer_client, ADD, **on(day, starts, ends, time_zone=zone))

    assert "the clocks go forward" in errors_of(response)[field][0]
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("zone", "day", "starts", "earlier", "later"),
    [
        ("Europe/London", "31/10/2027", "01:30", "British Summer Time", "Greenwich Mean Time"),
        ("Europe/Berlin", "31/10/2027", "02:00", "Central European Summer", "European Standard"),
        ("America/New_York", "07/11/2027", "01:59", "Eastern Daylight", "Eastern Standard"),
        ("Europe/Dublin", "31/10/2027", "01:30", "Irish Standard Time", "Greenwich Mean Time"),
        ("Africa/Casablanca", "07/02/2027", "02:30", "European Summer", "European Standard"),
        ("Australia/Lord_Howe", "04/04/2027", "01:45", "Lord Howe Daylight", "Howe Standard"),
    ],
)
def test_a_time_that_comes_twice_is_asked_for(officer_client, zone, day, starts, earlier, later):
    typed = on(day, starts, "05:00", time_zone=zone)

    asked = save(officer_client, ADD, **typed)

    assert "the clocks go back" in errors_of(asked)["starts_at"][0]
    page = asked.content.decode()
    assert page.index(earlier) < page.index(later)
    assert '<select name="starts_at_twice"' in page
    for choice, fold in (("earlier", 0), ("later", 1)):
        save(officer_client, ADD, **typed, starts_at_twice=choice, slug=choice)
        event = Event.objects.get(slug=choice)
        hour, minute = map(int, starts.split(":"))
        local = event.starts_at.astimezone(event.zone)
        assert (local.hour, local.minute, local.fold) == (hour, minute, fold)


def test_both_ends_can_be_asked_for(officer_client):
    typed = on("31/10/2027", "01:15", "01:45")

    assert errors_of(save(officer_client, ADD, **typed)).keys() == {"starts_at", "ends_at"}
    save(officer_client, ADD, **typed, starts_at_twice="earlier", ends_at_twice="later")

    event = Event.objects.get()
    assert event.starts_at == datetime(2027, 10, 31, 0, 15, tzinfo=UTC)
    assert event.ends_at == datetime(2027, 10, 31, 1, 45, tzinfo=UTC)


def test_the_later_of_two_stays_so_when_something_else_is_changed(officer_client):
    starts_at = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    event = EventFactory(starts_at=starts_at, ends_at=datetime(2027, 10, 31, 3, tzinfo=UTC))

    save(officer_client, reverse("admin:events_event_change", args=[event.pk]), place="Hall")

    event.refresh_from_db()
    assert event.starts_at == starts_at


def test_no_choice_shows_where_none_is_needed(officer_client):
    page = officer_client.get(ADD).content.decode()

    assert '<input type="hidden" name="starts_at_twice"' in page
    assert '<select name="starts_at_twice"' not in page


@pytest.mark.parametrize("day", ["28/03/2027", "31/10/2027"])
def test_whole_days_and_series_ask_for_nothing(officer_client, day):
    days = on(day, "", "", is_all_day="on", slug="days")
    series = on("31/10/2027", "01:30", "05:00", repeats="weekly", slug="series")

    for typed in (days, series):
        save(officer_client, ADD, **typed)

    assert Event.objects.get(slug="days").is_all_day
    assert Event.objects.get(slug="series").starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_single_date_is_not_moved_to_a_time_that_is_skipped(officer_client):
    event = weekly()
    row = {
        "changes-TOTAL_FORMS": "1",
        "changes-0-day": "11/05/2026",
        "changes-0-starts_at_0": "28/03/2027",
        "changes-0-starts_at_1": "01:30",
        "changes-0-ends_at_0": "28/03/2027",
        "changes-0-ends_at_1": "04:00",
    }

    response = save(officer_client, reverse("admin:events_event_change", args=[event.pk]), **row)

    assert "the clocks go forward" in response.content.decode()
    assert not OccurrenceChange.objects.exists()


def test_a_single_date_can_be_moved_to_the_later_of_two_times(officer_client):
    event = weekly()
    row = {
        "changes-TOTAL_FORMS": "1",
        "changes-0-day": "11/05/2026",
        "changes-0-starts_at_0": "25/10/2026",
        "changes-0-starts_at_1": "01:30",
        "changes-0-starts_at_twice": "later",
        "changes-0-ends_at_0": "25/10/2026",
        "changes-0-ends_at_1": "04:00",
    }

    save(officer_client, reverse("admin:events_event_change", args=[event.pk]), **row)

    assert OccurrenceChange.objects.get().starts_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
