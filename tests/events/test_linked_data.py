import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from events.models import Event
from tests.events.examples import cancel_date, move_date
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("in_may")

LONDON = ZoneInfo("Europe/London")
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


def facts(client, path: str, kind: str) -> dict:
    """The one block of this kind that the page holds."""
    page = client.get(path).content.decode()
    (found,) = [data for data in map(json.loads, BLOCK.findall(page)) if data["@type"] == kind]
    return found


def talk(**values) -> Event:
    return EventFactory(
        **{
            "title": "Talk",
            "starts_at": london(2026, 7, 1, 19),
            "ends_at": london(2026, 7, 1, 21),
            "place": "Town Hall",
            "address": "St Aldate’s\nOxford",
        }
        | values
    )


def test_an_event_is_described(client):
    group = LinkGroupFactory(name="Choirs")
    event = talk(picture=PictureFactory(), groups=[group], booking_url="https://book.example.org/")

    data = facts(client, event.get_absolute_url(), "Event")

    assert data["@context"] == "https://schema.org"
    assert data["name"] == "Talk"
    assert data["startDate"] == "2026-07-01T19:00+01:00"
    assert data["endDate"] == "2026-07-01T21:00+01:00"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert data["location"]["name"] == "Town Hall"
    assert data["location"]["address"]["streetAddress"] == "St Aldate’s, Oxford"
    assert data["location"]["address"]["addressCountry"] == "GB"
    assert [one["name"] for one in data["organizer"]] == ["Choirs"]
    assert data["image"]["contentUrl"].startswith("http://127.0.0.1:8000/media/pictures/")
    assert data["offers"]["url"] == "https://book.example.org/"
    assert "previousStartDate" not in data


def test_whole_days_are_days_and_the_last_one_is_the_last(client):
    event = talk(is_all_day=True, starts_at=london(2026, 11, 7), ends_at=london(2026, 11, 22, 12))

    data = facts(client, event.get_absolute_url(), "Event")

    assert (data["startDate"], data["endDate"]) == ("2026-11-07", "2026-11-22")


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
        ("rescheduled", "EventRescheduled"),
        ("moved_online", "EventMovedOnline"),
    ],
)
def test_what_has_changed_is_told(client, status, name):
    event = talk(status=status, previous_starts_at=london(2026, 6, 1, 19))

    data = facts(client, event.get_absolute_url(), "Event")

    assert data["eventStatus"] == f"https://schema.org/{name}"
    had_another_date = status in {"rescheduled", "postponed"}
    assert data.get("previousStartDate") == ("2026-06-01T19:00+01:00" if had_another_date else None)
    assert "offers" not in data


@pytest.mark.parametrize(
    ("values", "mode", "kinds"),
    [
        ({"online_url": "https://meet.example.org/"}, "Mixed", ["Place", "VirtualLocation"]),
        ({"online_url": "https://meet.example.org/", "place": ""}, "Online", ["VirtualLocation"]),
        ({"status": "moved_online"}, "Online", ["VirtualLocation"]),
        ({}, "Offline", ["Place"]),
    ],
)
def test_where_one_can_take_part(client, values, mode, kinds):
    data = facts(client, talk(**values).get_absolute_url(), "Event")

    assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    location = data["location"]
    places = location if isinstance(location, list) else [location]
    assert [place["@type"] for place in places] == kinds


def test_an_event_abroad_is_in_the_country_of_its_city(client):
    event = talk(city=CityFactory(name="León", country="NI"), address="")

    address = facts(client, event.get_absolute_url(), "Event")["location"]["address"]

    assert (address["addressLocality"], address["addressCountry"]) == ("León", "NI")


def test_of_a_recurring_event_the_date_that_comes_next_is_described(client):
    event = talk(
        starts_at=london(2026, 5, 4, 19), ends_at=london(2026, 5, 4, 21), recurrence="FREQ=WEEKLY"
    )
    cancel_date(event, london(2026, 5, 18, 19))
    move_date(event, london(2026, 5, 25, 19), london(2026, 5, 26, 18), london(2026, 5, 26, 20))

    data = facts(client, event.get_absolute_url(), "Event")

    assert data["startDate"] == "2026-05-26T18:00+01:00"
    assert data["previousStartDate"] == "2026-05-25T19:00+01:00"
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"


def test_without_organisers_it_is_the_council(client):
    data = facts(client, talk().get_absolute_url(), "Event")

    assert [one["name"] for one in data["organizer"]] == ["Oxford City Council"]


def test_every_page_tells_the_way_to_it(client):
    event = talk()

    data = facts(client, event.get_absolute_url(), "BreadcrumbList")

    assert [step["name"] for step in data["itemListElement"]] == ["Home", "Events", "Talk"]
    assert data["itemListElement"][1]["item"] == "http://127.0.0.1:8000/events/"


def test_a_city_a_group_and_the_council_are_described(client):
    city = CityFactory(name="Bonn", picture=PictureFactory())
    umbrella = LinkGroupFactory(name="International Links", is_umbrella=True)
    group = LinkGroupFactory(name="Bonn Link", cities=[city], umbrella=umbrella)

    data = facts(client, city.get_absolute_url(), "City")
    assert data["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 50.73743,
        "longitude": 7.09821,
    }
    data = facts(client, group.get_absolute_url(), "NGO")
    assert data["parentOrganization"]["name"] == "International Links"
    assert [one["name"] for one in data["areaServed"]] == ["Bonn"]
    assert facts(client, "/", "GovernmentOrganization")["name"] == "Oxford City Council"
