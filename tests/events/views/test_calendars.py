"""Calendars that programs fetch: one event to add, every filter to subscribe to."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from tests.events.answers import component, html
from tests.events.examples import IN_MARCH, cancel_date, london, move_date, weekly_in_march
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory


def test_one_event_is_a_file_to_add_once(in_march, client):
    event = EventFactory(slug="talk")

    response = client.get("/events/talk.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="talk.ics"'
    assert component(response.content)["UID"] == str(event.uid)
    assert b"REFRESH-INTERVAL" not in response.content


@pytest.mark.parametrize(
    ("day", "starts_at"),
    [
        ("2026-03-23", london(2026, 3, 23, 19)),
        # Moved to a Tuesday
        ("2026-03-30", london(2026, 3, 31, 18)),
        ("2026-12-07", london(2026, 12, 7, 19)),
    ],
)
def test_one_date_of_a_series_is_a_file_without_the_others(in_march, client, day, starts_at):
    event = weekly_in_march(slug="choir")
    move_date(event, london(2026, 3, 30, 19), london(2026, 3, 31, 18), london(2026, 3, 31, 20))

    response = client.get(f"/events/choir/{day}.ics")

    (found,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert response["Content-Disposition"] == f'attachment; filename="choir-{day}.ics"'
    assert found.decoded("DTSTART") == starts_at
    assert found.decoded("DTEND") == starts_at + timedelta(hours=2)
    assert not {"RRULE", "RECURRENCE-ID"} & found.keys()
    assert found["UID"] == f"{event.uid}-{day.replace('-', '')}"


def test_a_cancelled_date_says_so_in_its_own_file(in_march, client):
    event = weekly_in_march(slug="choir")
    cancel_date(event, london(2026, 3, 30, 19))

    assert component(client.get("/events/choir/2026-03-30.ics").content)["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("day", ["2026-03-24", "2026-03-16", "2026-2-30", "2026-13-1", "0-0-0"])
def test_a_day_that_the_series_does_not_have_is_no_file(in_march, client, day):
    weekly_in_march(slug="choir")

    assert client.get(f"/events/choir/{day}.ics").status_code == 404


def test_an_event_that_takes_place_once_has_one_file(in_march, client):
    EventFactory(slug="talk", starts_at=london(2026, 3, 23, 19))

    assert client.get("/events/talk/2026-03-23.ics").status_code == 404


def test_this_date_can_be_added_beside_the_series(in_march, client):
    weekly_in_march(slug="choir")

    page = html(client, "/events/choir/")

    for address in ("choir/2026-03-23.ics", "choir/2026-04-20.ics", "choir.ics"):
        assert f'href="/events/{address}"' in page


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["a", "b", "c"]),
        ("?city=bonn", ["a"]),
        ("?group=choirs", ["b"]),
        ("?theme=music", ["c"]),
        ("?city=bonn&theme=music", []),
    ],
)
def test_every_filter_of_the_list_is_a_calendar(in_march, client, query, titles):
    EventFactory(title="a", cities=[CityFactory(slug="bonn")])
    EventFactory(title="b", groups=[LinkGroupFactory(slug="choirs")])
    EventFactory(title="c", themes=[ThemeFactory(slug="music")])
    EventFactory(title="draft", draft=True)

    response = client.get(f"/events/calendar.ics{query}")

    calendar = Calendar.from_ical(response.content)
    assert sorted(str(one["SUMMARY"]) for one in calendar.walk("VEVENT")) == titles
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"PT6H"
    assert calendar["X-PUBLISHED-TTL"] == "PT6H"
    assert calendar["SOURCE"] == f"http://127.0.0.1:8000/events/calendar.ics{query}"
    assert "Content-Disposition" not in response


def test_a_filter_that_does_not_exist_is_not_found(in_march, client):
    assert client.get("/events/calendar.ics?city=nowhere").status_code == 404


def test_a_draft_is_no_calendar_file(in_march, client):
    EventFactory(slug="secret", draft=True)

    assert client.get("/events/secret.ics").status_code == 404


def test_what_is_long_over_leaves_the_calendar(in_march, client):
    EventFactory(title="last year", starts_at=IN_MARCH - timedelta(days=360))
    EventFactory(title="before", starts_at=IN_MARCH - timedelta(days=380))

    calendar = Calendar.from_ical(client.get("/events/calendar.ics").content)

    assert [str(one["SUMMARY"]) for one in calendar.walk("VEVENT")] == ["last year"]


def test_a_calendar_that_has_not_changed_is_not_sent_again(in_march, client):
    event = EventFactory()
    first = client.get("/events/calendar.ics")

    again = client.get("/events/calendar.ics", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")

    event.title = "New title"
    event.save()
    changed = client.get("/events/calendar.ics", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_a_calendar_costs_the_same_with_more_events(
    in_march, client, rows, django_assert_num_queries
):
    for _number in range(rows):
        cancel_date(
            weekly_in_march(city=CityFactory(), themes=[ThemeFactory()]), london(2026, 3, 30, 19)
        )
    client.get("/events/calendar.ics")

    with django_assert_num_queries(7):
        response = client.get("/events/calendar.ics")

    assert len(Calendar.from_ical(response.content).walk("VEVENT")) == 2 * rows
