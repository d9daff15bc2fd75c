"""Time zones as calendars are told of them."""

from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

from events.calendars.icalendar_file import calendar_bytes, for_calendar
from events.calendars.vtimezone import vtimezone
from events.models import Event
from tests.events.examples import london
from tests.factories.event import EventFactory

# Each changes its clocks in another way, or does not; `zoneinfo` says how.
ZONES = [
    *("Europe/London", "Europe/Dublin", "Europe/Berlin", "America/New_York", "America/Santiago"),
    *(
        "America/Nuuk",
        "America/Havana",
        "America/Managua",
        "Asia/Tokyo",
        "Asia/Gaza",
        "Asia/Beirut",
    ),
    *("Asia/Jerusalem", "Africa/Cairo", "Africa/Casablanca", "Australia/Lord_Howe"),
    *("Pacific/Chatham", "Antarctica/Troll", "UTC"),
]


def observances(name: str) -> list[tuple[str, str]]:
    """The kinds of time of a zone from 2026 on, each with its rule or list."""
    return [
        (part.name, (part.get("RRULE") or part["RDATE"]).to_ical().decode())
        for part in vtimezone(name, 2026, 2041).subcomponents
    ]


def written(*events: Event) -> bytes:
    rows = for_calendar(Event.objects.filter(pk__in=[event.pk for event in events]))
    return calendar_bytes(rows.order_by("starts_at"), "Events")


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


@pytest.mark.parametrize(
    ("name", "summer", "winter"),
    [
        ("Europe/London", "BYDAY=-1SU;BYMONTH=3", "BYDAY=-1SU;BYMONTH=10"),
        ("Europe/Dublin", "BYDAY=-1SU;BYMONTH=3", "BYDAY=-1SU;BYMONTH=10"),
        ("America/New_York", "BYDAY=2SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=11"),
        (
            "America/Santiago",
            "BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=9",
            "BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=4",
        ),
    ],
)
def test_clocks_that_keep_a_rule_have_summer_and_winter_time_by_it(name, summer, winter):
    assert sorted(observances(name)) == [
        ("DAYLIGHT", f"FREQ=YEARLY;{summer}"),
        ("STANDARD", f"FREQ=YEARLY;{winter}"),
    ]


def test_clocks_that_follow_the_moon_have_lists():
    assert not any("FREQ" in dates for _kind, dates in observances("Africa/Casablanca"))


def test_an_older_rule_ends_where_the_one_of_today_begins():
    parts = [part.to_ical().decode() for part in vtimezone("America/New_York", 2005, 2041).walk()]

    lists = [part for part in parts if "RDATE" in part and "VTIMEZONE" not in part]
    rules = [part for part in parts if "RRULE" in part and "VTIMEZONE" not in part]
    assert [part.split("DTSTART:")[1][:4] for part in lists] == ["2005", "2005"]
    assert [part.split("DTSTART:")[1][:4] for part in rules] == ["2007", "2007"]


@given(
    name=st.sampled_from(ZONES),
    moment=st.datetimes(datetime(2020, 1, 1), datetime(2037, 12, 31)),
)
def test_a_written_time_zone_gives_the_offsets_of_the_database(name, moment):
    local = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(name))
    # No text of a time of day can say which of two is meant.
    assume(local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset())

    assert read_back(name).utcoffset(local.replace(tzinfo=None)) == local.utcoffset()


@lru_cache
def read_back(name: str) -> tzinfo:
    text = vtimezone(name, 2019, 2037).to_ical().decode()
    zone = tz.tzical(StringIO(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n")).get(name)
    assert zone
    return zone


def test_every_time_zone_of_the_events_is_described(in_march):
    calendar = written(
        EventFactory(starts_at=london(2026, 5, 1)),
        EventFactory(time_zone="Europe/Berlin", starts_at=london(2026, 5, 2)),
    )

    names = [str(zone["TZID"]) for zone in Calendar.from_ical(calendar).walk("VTIMEZONE")]
    assert names == ["Europe/Berlin", "Europe/London"]


def test_whole_days_need_no_time_zone(in_march):
    assert b"VTIMEZONE" not in written(EventFactory(is_all_day=True))
