"""Time zones as calendars are told of them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from events.calendars.icalendar_file import calendar_bytes, for_calendar
from events.calendars.vtimezone import vtimezone
from events.models import Event
from tests.events.examples import LONDON, london
from tests.factories.event import EventFactory


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
