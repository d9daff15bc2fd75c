from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from cities.models import City
from content.text.languages import localized
from events.place_text import place_lines, place_text
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("place", "address", "lines"),
    [
        ("", "", ["Oxford"]),
        ("Oxford", "", ["Oxford"]),
        ("Town Hall", "", ["Town Hall", "Oxford"]),
        ("Town Hall", "Town Hall\nSt Aldate’s\n\nOxford OX1 1BX", None),
        ("Cathedral", "Cathedral, St Aldate’s", ["Cathedral", "Cathedral, St Aldate’s", "Oxford"]),
    ],
)
def test_no_line_says_what_an_earlier_one_said(council, place, address, lines):
    event = EventFactory(place=place, address=address)

    expected = lines or ["Town Hall", "St Aldate’s", "Oxford OX1 1BX"]
    assert place_lines(event, council) == expected


@pytest.mark.parametrize(
    ("place", "text"), [("", "Leiden"), ("Leiden", "Leiden"), ("Burcht", "Burcht, Leiden")]
)
def test_a_partner_city_is_named_once_after_the_place(place, text):
    assert place_text(EventFactory(place=place, city=CityFactory(name="Leiden"))) == text


def test_each_line_says_its_language(council):
    address = {"en": "St Aldate’s \n<b>Oxford</b> OX1"}
    event = EventFactory(place={"en": "Hall", "de": "Rathaus"}, address=address)
    event.refresh_from_db()

    with translation.override("de"):
        lines = [localized(line) for line in place_lines(event, None)]

    assert lines == [
        "Rathaus",
        '<span lang="en" dir="ltr">St Aldate’s</span>',
        '<span lang="en" dir="ltr">&lt;b&gt;Oxford&lt;/b&gt; OX1</span>',
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"online_url": "https://meet.example.org/"},
        {"status": "moved_online", "place": "Town Hall"},
        {"place": "online"},
        {"place": "Online", "time_zone": "Asia/Tokyo"},
    ],
)
def test_what_is_only_online_is_said_to_be_so_and_nowhere_else(council, values):
    event = EventFactory(**values)

    assert place_lines(event, council) == ["Online"]
    assert place_text(event) == "Online"


@pytest.mark.parametrize(("place", "lines"), [("", []), ("Zoom", ["Zoom"])])
def test_what_has_a_time_zone_of_its_own_is_not_at_home(council, place, lines):
    event = EventFactory(place=place, time_zone="Asia/Tokyo")

    assert place_lines(event, council) == lines


@pytest.mark.parametrize("online_url", ["", "https://meet.example.org/"])
@pytest.mark.parametrize(
    "path",
    ["events/", "events/talk/", "events/calendar/2030/11/", "events/feed/", "search/?q=talk", ""],
)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", "Tokyo time (10:00, Oxford time)"),
        ("de/", "Ortszeit Tokio (10:00, Ortszeit Oxford)"),
    ],
)
def test_both_times_are_told_everywhere(client, council, path, language, words, online_url):
    starts_at = datetime(2030, 11, 9, 10, tzinfo=UTC)
    EventFactory(
        title="Talk",
        slug="talk",
        time_zone="Asia/Tokyo",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        online_url=online_url,
    )

    page = b"".join(client.get(f"/{language}{path}")).decode()

    assert words in page
    if online_url and "calendar" not in path:
        assert "online" in page.casefold()


@pytest.mark.parametrize(
    "path",
    [
        "/events/",
        "/events/talk/",
        "/events/talk.ics",
        "/events/calendar.ics",
        "/events/feed/",
        "/open-data/events.json",
        "/search/?q=talk",
    ],
)
def test_a_city_that_is_not_public_is_not_named(client, council, path):
    city = CityFactory(name="Wrocław", draft=True, time_zone="Asia/Tokyo")
    EventFactory(title="Talk", slug="talk", city=city, recurrence="FREQ=YEARLY")

    response = client.get(path, follow=True)

    assert response.status_code == 200
    text = b"".join(response).decode() if response.streaming else response.text
    assert "talk" in text.casefold()
    assert "Wrocław" not in text


def test_search_does_not_name_a_city_that_was_taken_down(client, council):
    city = CityFactory(name="Gdynia", time_zone="Europe/Warsaw")
    EventFactory(title="Talk", city=city, time_zone=city.time_zone)
    City.objects.update(published_at=None)

    page = client.get("/search/?q=talk").text

    assert "Warsaw time" in page
    assert "Gdynia" not in page


def test_search_keeps_a_date_whose_places_have_long_names(client, council):
    council.home_city_name = "Llanfairpwllgwyngyll " * 8
    council.save()
    EventFactory(title="Talk", time_zone="Asia/Tokyo", starts_at=datetime(2030, 11, 9, tzinfo=UTC))

    assert "9 November 2030" in client.get("/search/?q=talk").text


def test_an_event_in_a_city_that_is_not_public_is_not_said_to_be_at_home(council):
    event = EventFactory(place="Rynek", address="", city=CityFactory(name="Wrocław", draft=True))

    assert place_lines(event, council) == ["Rynek"]
