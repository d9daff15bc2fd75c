from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils.translation import override

from content.models import Council
from events.date_text import clocks, date_text, days_text, start_time_text
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory

LONDON = ZoneInfo("Europe/London")
BEFORE = datetime(2000, 1, 1, tzinfo=UTC)


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2015, 11, 7, 15), (2015, 11, 7, 16), "Saturday 7 November 2015, 15:00 to 16:00"),
        ((2015, 11, 7, 22), (2015, 11, 8, 2), "Saturday 7 November 2015, 22:00 to 02:00"),
        (
            (2015, 11, 7, 10),
            (2015, 11, 8, 18),
            "Saturday 7 November 2015, 10:00, to Sunday 8 November 2015, 18:00",
        ),
    ],
)
def test_hours_are_said_with_their_day(db, start, end, words):
    event = EventFactory(starts_at=london(*start), ends_at=london(*end))

    assert date_text(event.current_or_next(BEFORE)) == words


def test_whole_days_are_said_without_hours(db):
    event = EventFactory(
        is_all_day=True, starts_at=london(2015, 11, 7), ends_at=london(2015, 11, 22, 12)
    )

    assert (
        date_text(event.current_or_next(BEFORE)) == "Saturday 7 November to Sunday 22 November 2015"
    )


def test_days_of_two_years_each_have_theirs():
    words = days_text(date(2015, 12, 31), date(2016, 1, 1))

    assert words == "Thursday 31 December 2015 to Friday 1 January 2016"


@pytest.mark.parametrize("code", dict(settings.ALL_LANGUAGES))
def test_no_language_says_the_year_twice(code):
    with override(code):
        assert days_text(date(2015, 11, 7), date(2015, 11, 22)).count("2015") == 1


def test_each_city_has_its_own_clock(db):
    home = CouncilFactory()
    leon = CityFactory(name="León", time_zone="America/Managua")
    bonn, leiden = CityFactory(name="Bonn"), CityFactory(name="Leiden")
    event = EventFactory(starts_at=london(2026, 7, 1, 19), ends_at=london(2026, 7, 1, 21))

    found = clocks(event.current_or_next(BEFORE), home, [leon, bonn, leiden])

    assert [clock.text for clock in found] == [
        "19:00 here",
        "12:00 in León",
        "20:00 in Bonn and Leiden",
    ]


def test_an_event_abroad_tells_the_time_there_and_here(db):
    bonn = CityFactory(name="Bonn")
    event = EventFactory(
        city=bonn,
        time_zone="Europe/Berlin",
        starts_at=datetime(2026, 7, 2, 0, 30, tzinfo=ZoneInfo("Europe/Berlin")),
        ends_at=datetime(2026, 7, 2, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    )

    home, leon = CouncilFactory(), CityFactory(name="León", time_zone="America/Managua")
    occurrence = event.current_or_next(BEFORE)

    assert date_text(occurrence) == (
        "Thursday 2 July 2026, 00:30 to 02:30, Bonn time (Wednesday, 23:30, Oxford time)"
    )
    assert clocks(occurrence, home, [bonn]) == []
    assert [clock.text for clock in clocks(occurrence, home, [bonn, leon])] == [
        "23:30 here",
        "Thursday, 00:30 in Bonn",
        "16:30 in León",
    ]


def test_clocks_that_agree_are_not_listed(db):
    home = CouncilFactory()
    city = CityFactory(time_zone="Europe/Lisbon")
    days = EventFactory(is_all_day=True)
    evening = EventFactory()

    assert clocks(evening.current_or_next(BEFORE), Council.current() or home, [city]) == []
    assert clocks(days.current_or_next(BEFORE), home, [CityFactory()]) == []


@pytest.mark.parametrize(
    ("zone", "online_url", "end"),
    [
        ("Asia/Tokyo", "", ", Tokyo time (10:00, Oxford time)"),
        ("Asia/Tokyo", "https://meet.example.org/", ", Tokyo time (10:00, Oxford time)"),
        ("Asia/Kathmandu", "", ", Kathmandu time (13:15, Oxford time)"),
        ("America/New_York", "", ", New York time (Sunday, 00:00, Oxford time)"),
        ("Europe/London", "https://meet.example.org/", ", Oxford time"),
        ("Europe/London", "", ""),
        ("Europe/Lisbon", "", ""),
    ],
)
def test_a_time_is_told_with_its_place_where_it_needs_one(council, zone, online_url, end):
    starts_at = datetime(2026, 11, 7, 19, tzinfo=ZoneInfo(zone))
    event = EventFactory(
        time_zone=zone,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        online_url=online_url,
    )
    occurrence = next(event.occurrences())

    assert date_text(occurrence) == f"Saturday 7 November 2026, 19:00 to 20:00{end}"
    assert start_time_text(occurrence) == f"19:00{end}"


def test_the_place_of_a_time_is_named_in_the_language_of_the_page(council):
    event = EventFactory(time_zone="Asia/Tokyo", starts_at=london(2026, 11, 7, 10))

    with override("de"):
        words = start_time_text(next(event.occurrences()))

    assert words == "19:00, Ortszeit Tokio (10:00, Ortszeit Oxford)"


def test_a_city_that_is_not_public_gives_no_name_to_a_time(council):
    city = CityFactory(name="Wrocław", draft=True, time_zone="Europe/Warsaw")
    event = EventFactory(city=city, time_zone=city.time_zone, starts_at=london(2026, 11, 7, 10))

    assert "Warsaw time" in date_text(next(event.occurrences()))


@pytest.mark.parametrize(
    ("zone", "starts_at", "words"),
    [
        ("Europe/London", datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "01:30 BST"),
        ("Europe/London", datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "01:30 GMT"),
        ("Europe/London", datetime(2027, 10, 31, 2, 30, tzinfo=UTC), "02:30"),
        ("Australia/Lord_Howe", datetime(2027, 4, 3, 15, 15, tzinfo=UTC), "01:45 UTC+1030"),
    ],
)
def test_a_time_that_comes_twice_says_which_it_is(db, zone, starts_at, words):
    event = EventFactory(time_zone=zone, starts_at=starts_at)

    assert start_time_text(next(event.occurrences())) == words
