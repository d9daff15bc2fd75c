import csv
import io
import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.events.examples import cancel_date
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.theme import ThemeFactory
from twinning_site.pages.open_data.datasets import DATASETS

LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def in_may(db):
    with time_machine.travel(datetime(2026, 5, 12, 12, tzinfo=UTC), tick=False):
        CouncilFactory()
        yield


def items(client, name: str) -> list[dict]:
    return json.loads(client.get(f"/open-data/{name}.json").content)["items"]


def test_cities_are_points_on_a_map(client):
    CityFactory(name="León", slug="leon", latitude="12.43", longitude="-86.87")
    CityFactory(draft=True)

    response = client.get("/open-data/cities.geojson")

    assert response["Content-Type"] == "application/geo+json"
    (feature,) = json.loads(response.content)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-86.87, 12.43]}
    assert feature["id"] == "leon"
    assert feature["properties"]["name"] == "León"
    assert feature["properties"]["url"] == "http://127.0.0.1:8000/cities/leon/"


def test_milestones_say_only_what_is_known(client):
    city = CityFactory(slug="bonn")
    MilestoneFactory(city=city, year=1947, month=None, day=None)
    MilestoneFactory(city=CityFactory(draft=True))

    (step,) = items(client, "milestones")

    assert (step["city"], step["year"], step["month"], step["day"]) == ("bonn", 1947, None, None)


def test_coming_events_have_the_date_that_comes_next(client):
    event = EventFactory(
        title="Evening",
        starts_at=datetime(2026, 5, 4, 19, tzinfo=LONDON),
        ends_at=datetime(2026, 5, 4, 21, tzinfo=LONDON),
        recurrence="FREQ=WEEKLY",
        cities=[CityFactory(slug="bonn"), CityFactory(slug="hidden", draft=True)],
        groups=[LinkGroupFactory(slug="choirs")],
        themes=[ThemeFactory(slug="music")],
    )
    cancel_date(event, datetime(2026, 5, 18, 19, tzinfo=LONDON))
    EventFactory(draft=True)
    EventFactory(starts_at=datetime(2025, 1, 1, tzinfo=UTC))

    (row,) = items(client, "events")

    assert row["id"] == str(event.uid)
    assert (row["starts"], row["ends"]) == (
        "2026-05-25T19:00:00+01:00",
        "2026-05-25T21:00:00+01:00",
    )
    assert (row["cities"], row["groups"], row["themes"]) == (["bonn"], ["choirs"], ["music"])
    assert (row["status"], row["repeats"]) == ("scheduled", "FREQ=WEEKLY")


def test_whole_days_are_days(client):
    EventFactory(
        is_all_day=True,
        starts_at=datetime(2026, 5, 7, tzinfo=LONDON),
        ends_at=datetime(2026, 5, 22, 12, tzinfo=LONDON),
    )

    (row,) = items(client, "events")

    assert (row["starts"], row["ends"]) == ("2026-05-07", "2026-05-22")


@pytest.mark.parametrize("name", DATASETS)
def test_a_table_has_the_columns_that_the_page_explains(client, name):
    city = CityFactory(name='Bonn, "am Rhein"')
    MilestoneFactory(city=city, text="two\nlines")
    EventFactory(cities=[city, CityFactory()], title="León; a talk")

    response = client.get(f"/open-data/{name}.csv")
    page = client.get("/open-data/").content.decode()

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert rows
    for column in rows[0]:
        assert f"<code>{column}</code>" in page
    assert f'href="/open-data/{name}.csv"' in page


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_pages_of_other_sites_may_read_the_files(client, name, ending):
    response = client.get(
        f"/open-data/{name}.{ending}", headers={"Origin": "https://x.example.org"}
    )

    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    again = client.get(f"/open-data/{name}.{ending}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_pages_themselves_may_not_be_read_by_others(client):
    assert "Access-Control-Allow-Origin" not in client.get("/open-data/")


@pytest.mark.parametrize(
    "path", ["people.json", "cities.xml", "events.geojson", "cities.", ".json", "cities.JSON"]
)
def test_what_there_is_not_is_not_found(client, path):
    assert client.get(f"/open-data/{path}").status_code == 404


def test_texts_are_in_the_language_of_the_address(client):
    CityFactory(name={"en": "Munich", "de": "München"})

    german = json.loads(client.get("/de/open-data/cities.json").content)["items"]

    assert german[0]["name"] == "München"
    assert items(client, "cities")[0]["name"] == "Munich"


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("cities", 1), ("milestones", 1), ("events", 7)])
def test_data_cost_the_same_with_more_rows(client, rows, name, queries, django_assert_num_queries):
    for _number in range(rows):
        city = CityFactory()
        MilestoneFactory(city=city)
        EventFactory(cities=[city], groups=[LinkGroupFactory()], themes=[ThemeFactory()], city=city)
    client.get("/open-data/")

    with django_assert_num_queries(queries):
        found = items(client, name)

    assert len(found) == rows


def test_example_text_is_named(client):
    city = CityFactory(example=True)
    MilestoneFactory(city=city)
    EventFactory(example=True)

    assert [items(client, name)[0]["example"] for name in DATASETS] == [True, True, True]
    assert '"true"' in client.get("/open-data/cities.csv").content.decode()

    city.example = False
    city.save()
    assert items(client, "cities")[0]["example"] is False
    assert '"false"' in client.get("/open-data/cities.csv").content.decode()
