"""Calendars, read back by icalendar and by ical.js, the library that Thunderbird uses."""

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from events.actions import cancel_date, move_date
from events.calendars import calendar_bytes, for_calendar
from events.models import Event
from events.vtimezone import vtimezone
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
READER = Path(__file__).with_name("read_calendar.mjs")


@pytest.fixture
def in_march(db):
    with time_machine.travel(NOW, tick=False):
        CouncilFactory()
        yield


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


def weekly(**values) -> Event:
    """Mondays from 23 March 2026, 19:00 to 21:00: the clocks change on 29 March."""
    return EventFactory(
        **{
            "starts_at": london(2026, 3, 23, 19),
            "ends_at": london(2026, 3, 23, 21),
            "recurrence": "FREQ=WEEKLY",
        }
        | values
    )


def written(*events: Event) -> bytes:
    rows = for_calendar(Event.objects.filter(pk__in=[event.pk for event in events]))
    return calendar_bytes(rows.order_by("starts_at"), "Events")


def as_thunderbird_reads(calendar: bytes, most: int = 5) -> list[dict[str, str]]:
    """Every date, the first `most` of a recurring event."""
    done = subprocess.run(
        ["node", READER, str(most)], input=calendar, capture_output=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def component(calendar: bytes, index: int = 0):
    return Calendar.from_ical(calendar).walk("VEVENT")[index]


# One event


def test_an_event_is_written_with_all_that_a_calendar_can_show(in_march):
    event = EventFactory(
        title="Konzert; Chöre, alle",
        starts_at=london(2026, 7, 1, 19),
        ends_at=london(2026, 7, 1, 21),
        place="Town Hall",
        address="St Aldate’s",
        themes=[ThemeFactory(name="Music")],
    )

    found = component(written(event))

    assert found["SUMMARY"] == "Konzert; Chöre, alle"
    assert found["UID"] == str(event.uid)
    assert found["SEQUENCE"] == 0
    assert found["STATUS"] == "CONFIRMED"
    assert found["LOCATION"] == "Town Hall, St Aldate’s, Oxford"
    assert found["URL"] == f"http://127.0.0.1:8000/events/{event.slug}/"
    assert [str(name) for name in found["CATEGORIES"].cats] == ["Music"]
    assert found["DTSTART"].params["TZID"] == "Europe/London"
    assert found.decoded("DTSTART") == london(2026, 7, 1, 19)
    assert found.decoded("DTEND") == london(2026, 7, 1, 21)
    assert (
        found.decoded("LAST-MODIFIED")
        == found.decoded("DTSTAMP")
        == event.updated_at.replace(microsecond=0)
    )


def test_whole_days_are_dates_without_hours(in_march):
    event = EventFactory(
        is_all_day=True, starts_at=london(2026, 11, 7), ends_at=london(2026, 11, 22, 12)
    )

    found = component(written(event))

    assert found.decoded("DTSTART") == date(2026, 11, 7)
    assert found.decoded("DTEND") == date(2026, 11, 23)
    assert found["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("status", "written_status", "summary"),
    [
        ("cancelled", "CANCELLED", "Cancelled: Talk"),
        ("postponed", "TENTATIVE", "Postponed: Talk"),
        ("rescheduled", "CONFIRMED", "Talk"),
    ],
)
def test_what_has_changed_is_said_in_status_and_title(in_march, status, written_status, summary):
    found = component(written(EventFactory(title="Talk", status=status)))

    assert (found["STATUS"], found["SUMMARY"]) == (written_status, summary)


def test_what_has_moved_online_takes_place_at_its_address(in_march):
    event = EventFactory(
        status="moved_online", place="Town Hall", online_url="https://meet.example.org/x"
    )

    assert component(written(event))["LOCATION"] == "https://meet.example.org/x"


@pytest.mark.parametrize(
    "change",
    [
        {"place": "Museum"},
        {"status": "cancelled"},
        {"ends_at": london(2026, 3, 23, 22)},
        {"recurrence": "FREQ=DAILY"},
    ],
)
def test_a_new_date_place_or_status_raises_the_sequence(in_march, change):
    event = weekly()
    for name, value in change.items():
        setattr(event, name, value)
    event.save()

    assert component(written(event))["SEQUENCE"] == 1


def test_a_corrected_text_does_not_raise_the_sequence(in_march):
    event = weekly()
    event.title = "Corrected"
    event.save()

    assert component(written(event))["SEQUENCE"] == 0


def test_lines_are_folded_and_end_as_the_standard_says(in_march):
    text = written(EventFactory(title="é" * 200))

    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in text.replace(b"\r\n", b"")


# Recurring events


def test_a_recurring_event_keeps_its_hour_across_the_change_of_clocks(in_march):
    dates = as_thunderbird_reads(written(weekly()), 3)

    assert [one["local"] for one in dates] == [
        "2026-03-23T19:00:00",
        "2026-03-30T19:00:00",
        "2026-04-06T19:00:00",
    ]
    assert [one["starts"] for one in dates] == [
        "2026-03-23T19:00:00.000Z",
        "2026-03-30T18:00:00.000Z",
        "2026-04-06T18:00:00.000Z",
    ]


def test_a_cancelled_date_is_cancelled_and_not_gone(in_march):
    event = weekly()
    cancel_date(event, london(2026, 3, 30, 19), note="No hall")

    dates = as_thunderbird_reads(written(event), 3)

    assert [one["status"] for one in dates] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert dates[1]["starts"] == "2026-03-30T18:00:00.000Z"
    changed = component(written(event), 1)
    assert changed.decoded("RECURRENCE-ID") == london(2026, 3, 30, 19)
    assert changed["SEQUENCE"] == 1
    assert "No hall" in changed["DESCRIPTION"]


def test_a_moved_date_takes_the_place_of_the_one_by_the_rule(in_march):
    event = weekly()
    move_date(event, london(2026, 3, 30, 19), london(2026, 3, 31, 18), london(2026, 3, 31, 20))

    dates = as_thunderbird_reads(written(event), 3)

    assert dates[1]["starts"] == "2026-03-31T17:00:00.000Z"
    assert dates[1]["ends"] == "2026-03-31T19:00:00.000Z"


def test_whole_days_can_be_cancelled_and_moved_too(in_march):
    event = weekly(is_all_day=True)
    cancel_date(event, london(2026, 3, 30), note="No hall")
    move_date(event, london(2026, 4, 6), london(2026, 4, 8), london(2026, 4, 9))

    dates = as_thunderbird_reads(written(event), 4)

    assert [(one["local"], one["status"]) for one in dates] == [
        ("2026-03-23", "CONFIRMED"),
        ("2026-03-30", "CANCELLED"),
        ("2026-04-08", "CONFIRMED"),
        ("2026-04-13", "CONFIRMED"),
    ]


def test_the_first_date_can_be_cancelled(in_march):
    event = weekly()
    cancel_date(event, london(2026, 3, 23, 19))

    dates = as_thunderbird_reads(written(event), 2)

    assert [one["status"] for one in dates] == ["CANCELLED", "CONFIRMED"]


@pytest.mark.parametrize("is_all_day", [False, True])
def test_the_last_day_of_a_rule_is_still_in_it(in_march, is_all_day):
    event = weekly(recurrence="FREQ=WEEKLY;UNTIL=20260406", is_all_day=is_all_day)

    assert len(as_thunderbird_reads(written(event), 9)) == 3


def test_a_week_ends_at_the_same_hour_when_the_clocks_change_in_it(in_march):
    event = EventFactory(
        starts_at=london(2025, 3, 24, 10),
        ends_at=london(2025, 3, 28, 18),
        recurrence="FREQ=WEEKLY;COUNT=54",
    )
    found = component(written(event))

    assert found["DURATION"].to_ical() == b"P4DT8H"


@pytest.mark.django_db
@pytest.mark.parametrize("zone_name", ["Europe/London", "America/Managua", "Australia/Lord_Howe"])
@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=9", "FREQ=MONTHLY;BYDAY=-1SU"])
def test_thunderbird_and_the_site_agree_on_every_date(zone_name, rule, in_march):
    zone = ZoneInfo(zone_name)
    first = datetime(2026, 1, 25, 2, 30)
    event = EventFactory(
        time_zone=zone_name,
        starts_at=first.replace(tzinfo=zone),
        ends_at=first.replace(tzinfo=zone) + timedelta(hours=3),
        recurrence=rule,
    )

    ours = Event.objects.filter(pk=event.pk).between(
        datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    )
    theirs = as_thunderbird_reads(written(event), len(ours))

    assert [one["starts"] for one in theirs] == [
        f"{one.starts_at:%Y-%m-%dT%H:%M:%S}.000Z" for one in ours
    ]


# Time zones


@pytest.mark.parametrize(
    ("name", "onsets"),
    [
        ("Europe/London", {"20260329T010000", "20261025T020000"}),
        ("Europe/Berlin", {"20260329T020000", "20261025T030000"}),
        ("America/New_York", {"20260308T020000", "20261101T020000"}),
        ("America/Managua", set()),
    ],
)
def test_clocks_change_at_the_hour_they_show_before(name, onsets):
    component = vtimezone(name, 2026, 2026)

    found = {
        part["DTSTART"].to_ical().decode()
        for part in component.subcomponents
        if part["TZOFFSETFROM"].to_ical() != part["TZOFFSETTO"].to_ical()
    }
    assert found == onsets


@given(moment=st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)))
def test_a_written_time_zone_gives_the_offsets_of_the_database(moment):
    read = Calendar.from_ical(
        b"BEGIN:VCALENDAR\r\n" + vtimezone("Europe/London", 2023, 2031).to_ical() + b"END:VCALENDAR"
    )
    zone = read.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    aware = moment.replace(tzinfo=UTC)

    assert aware.astimezone(zone).utcoffset() == aware.astimezone(LONDON).utcoffset()


def test_every_time_zone_of_the_events_is_described(in_march):
    calendar = written(
        EventFactory(starts_at=london(2026, 5, 1)),
        EventFactory(time_zone="Europe/Berlin", starts_at=london(2026, 5, 2)),
    )

    names = [str(zone["TZID"]) for zone in Calendar.from_ical(calendar).walk("VTIMEZONE")]
    assert names == ["Europe/Berlin", "Europe/London"]


# What can be subscribed to


def test_one_event_is_a_file_to_add_once(in_march, client):
    event = EventFactory(slug="talk")

    response = client.get("/events/talk.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="talk.ics"'
    assert component(response.content)["UID"] == str(event.uid)
    assert b"REFRESH-INTERVAL" not in response.content


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
    EventFactory(title="last year", starts_at=NOW - timedelta(days=360))
    EventFactory(title="before", starts_at=NOW - timedelta(days=380))

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
        cancel_date(weekly(city=CityFactory(), themes=[ThemeFactory()]), london(2026, 3, 30, 19))
    client.get("/events/calendar.ics")

    with django_assert_num_queries(4):
        response = client.get("/events/calendar.ics")

    assert len(Calendar.from_ical(response.content).walk("VEVENT")) == 2 * rows
