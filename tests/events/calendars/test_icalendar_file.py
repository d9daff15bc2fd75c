"""Calendars, read back by icalendar and by ical.js, the library that Thunderbird uses."""

import json
import re
import subprocess
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz

from events.calendars.icalendar_file import calendar_bytes, for_calendar
from events.models import Event
from tests.events.answers import component
from tests.events.examples import cancel_date, london, move_date, weekly_in_march
from tests.factories.event import EventFactory
from tests.factories.theme import ThemeFactory

READER = Path(__file__).with_name("read_calendar.mjs")


def written(*events: Event) -> bytes:
    rows = for_calendar(Event.objects.filter(pk__in=[event.pk for event in events]))
    return calendar_bytes(rows.order_by("starts_at"), "Events")


def as_thunderbird_reads(calendar: bytes, most: int = 5) -> list[dict[str, str]]:
    """Every date, the first `most` of a recurring event."""
    done = subprocess.run(
        ["node", READER, str(most)], input=calendar, capture_output=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


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
    event = weekly_in_march()
    for name, value in change.items():
        setattr(event, name, value)
    event.save()

    assert component(written(event))["SEQUENCE"] == 1


def test_a_corrected_text_does_not_raise_the_sequence(in_march):
    event = weekly_in_march()
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
    dates = as_thunderbird_reads(written(weekly_in_march()), 3)

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
    event = weekly_in_march()
    cancel_date(event, london(2026, 3, 30, 19), note="No hall")

    dates = as_thunderbird_reads(written(event), 3)

    assert [one["status"] for one in dates] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert dates[1]["starts"] == "2026-03-30T18:00:00.000Z"
    changed = component(written(event), 1)
    assert changed.decoded("RECURRENCE-ID") == london(2026, 3, 30, 19)
    assert changed["SEQUENCE"] == 1
    assert "No hall" in changed["DESCRIPTION"]


def test_a_moved_date_takes_the_place_of_the_one_by_the_rule(in_march):
    event = weekly_in_march()
    move_date(event, london(2026, 3, 30, 19), london(2026, 3, 31, 18), london(2026, 3, 31, 20))

    dates = as_thunderbird_reads(written(event), 3)

    assert dates[1]["starts"] == "2026-03-31T17:00:00.000Z"
    assert dates[1]["ends"] == "2026-03-31T19:00:00.000Z"


def test_whole_days_can_be_cancelled_and_moved_too(in_march):
    event = weekly_in_march(is_all_day=True)
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
    event = weekly_in_march()
    cancel_date(event, london(2026, 3, 23, 19))

    dates = as_thunderbird_reads(written(event), 2)

    assert [one["status"] for one in dates] == ["CANCELLED", "CONFIRMED"]


@pytest.mark.parametrize(
    ("is_all_day", "until"), [(False, b"UNTIL=20260406T225959Z"), (True, b"UNTIL=20260406\r")]
)
def test_the_last_day_of_a_rule_is_still_in_it(in_march, is_all_day, until):
    event = weekly_in_march(recurrence="FREQ=WEEKLY;UNTIL=20260406", is_all_day=is_all_day)

    assert len(as_thunderbird_reads(written(event), 9)) == 3
    # RFC 5545, 3.3.10: in UTC beside a TZID, a date beside a date
    assert until in written(event)


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        (london(2026, 3, 23, 19), london(2026, 3, 23, 21)),
        (london(2026, 3, 21, 22), london(2026, 3, 22, 3)),
        (london(2026, 3, 23, 10), london(2026, 3, 27, 18)),
    ],
)
def test_a_series_has_the_end_of_its_first_date(in_march, starts_at, ends_at):
    found = component(
        written(EventFactory(starts_at=starts_at, ends_at=ends_at, recurrence="FREQ=WEEKLY"))
    )

    assert found.decoded("DTEND") == ends_at
    assert "DURATION" not in found


def test_a_visit_ends_at_the_same_hour_when_the_clocks_change_in_it(in_march):
    event = EventFactory(
        starts_at=london(2026, 3, 20, 10),
        ends_at=london(2026, 3, 22, 18),
        recurrence="FREQ=WEEKLY",
    )

    dates = as_thunderbird_reads(written(event), 3)

    assert [one["ends"] for one in dates] == [
        "2026-03-22T18:00:00.000Z",
        "2026-03-29T17:00:00.000Z",
        "2026-04-05T17:00:00.000Z",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('Tea & cake; "Bonn", C:\\new', 'Tea & cake\\; "Bonn"\\, C:\\\\new'),
        ("Konzert, Chöre; alle", "Konzert\\, Chöre\\; alle"),
        ("Talk\x07 and\x1b walk", "Talk and walk"),
        ("Line\nbreak", "Line\\nbreak"),
    ],
)
def test_the_name_of_a_calendar_is_text(in_march, title, name):
    event = EventFactory()

    text = calendar_bytes(for_calendar(Event.objects.filter(pk=event.pk)), title).decode()

    assert {f"NAME:{name}", f"X-WR-CALNAME:{name}"} <= set(text.split("\r\n"))


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

    ours = Event.objects.filter(pk=event.pk).occurrences_between(
        datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    )
    theirs = as_thunderbird_reads(written(event), len(ours))

    assert [one["starts"] for one in theirs] == [
        f"{one.starts_at:%Y-%m-%dT%H:%M:%S}.000Z" for one in ours
    ]


def test_a_rule_of_long_ago_has_the_clock_changes_of_today(in_march):
    old = weekly_in_march(starts_at=london(2008, 1, 7, 19), ends_at=london(2008, 1, 7, 21))

    zones = tz.tzical(StringIO(written(old).decode()))

    for year in (2009, 2026, 2030):
        assert datetime(year, 7, 6, 19, tzinfo=zones.get()).utcoffset() == timedelta(hours=1)


def test_what_nobody_can_see_stays_out(in_march):
    talk = EventFactory(title="Talk\x07", place="Hall\x1b", summary="A\x02talk")

    assert not re.findall(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", written(talk))
