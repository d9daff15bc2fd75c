import re

import pytest
from django.urls import reverse

from cities.models import Milestone
from cities.timeline import by_decade
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("council")
URL = "/timeline/"


def titles(response):
    found = re.findall(r'class="timeline__title">([^<]*)<', response.text)
    return [title.strip() for title in found]


def test_address_is_short():
    assert reverse("cities:timeline") == URL


def test_steps_of_all_cities_stand_in_one_line(client):
    bonn, leiden = CityFactory(name="Bonn"), CityFactory(name="Leiden")
    MilestoneFactory(city=bonn, year=1947, title="Second")
    MilestoneFactory(city=leiden, year=1990, month=5, title="Fourth")
    MilestoneFactory(city=leiden, year=1946, title="First")
    MilestoneFactory(city=bonn, year=1990, title="Third", date_words="about 1990")
    response = client.get(URL)
    assert titles(response) == ["First", "Second", "Third", "Fourth"]
    for text in ["1946", "about 1990", "May 1990", "1940s", "1990s", "Bonn", "signing"]:
        assert text in response.text


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_steps_of_cities_that_are_not_public_do_not_show(client, state):
    MilestoneFactory(title="Shown")
    MilestoneFactory(city=CityFactory(name="Secret", **{state: True}), title="Secret step")
    response = client.get(URL)
    assert titles(response) == ["Shown"]
    assert "Secret" not in response.text


def test_document_that_is_not_public_does_not_show(client):
    MilestoneFactory(document=DocumentFactory(title="The agreement"))
    MilestoneFactory(document=DocumentFactory(title="Secret paper", draft=True))
    html = client.get(URL).text
    assert "The agreement" in html
    assert "Secret paper" not in html


def test_line_is_narrowed_by_city_and_theme(client):
    music = ThemeFactory(name="Music", slug="music")
    bonn = CityFactory(name="Bonn", slug="bonn", themes=[music])
    leiden = CityFactory(name="Leiden", slug="leiden", themes=[music])
    perm = CityFactory(name="Perm", slug="perm")
    for year, city in enumerate([bonn, leiden, perm], start=1946):
        MilestoneFactory(city=city, title=f"Step of {city}", year=year)
    assert titles(client.get(URL, {"city": "bonn"})) == ["Step of Bonn"]
    assert titles(client.get(URL, {"theme": "music"})) == ["Step of Bonn", "Step of Leiden"]
    both = client.get(URL, {"theme": "music", "city": "leiden"})
    assert titles(both) == ["Step of Leiden"]
    assert "Timeline: Leiden, Music" in both.text
    assert 'href="/timeline/?theme=music"' in both.text
    assert 'href="/timeline/?city=leiden"' in both.text


def test_empty_choice_says_so_and_leads_back(client):
    CityFactory(slug="bonn")
    html = client.get(URL, {"city": "bonn"}).text
    assert "No milestone fits your choice." in html


@pytest.mark.parametrize(
    "query",
    ["city=nowhere", "city=%00", "theme=%F0%9F%8E%BB", "city=a&city=b", "theme=" + "x" * 9999],
)
def test_choice_that_does_not_exist_counts_as_none(client, query):
    MilestoneFactory(title="Shown")
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 200
    assert titles(response) == ["Shown"]


def test_page_that_does_not_exist_is_not_found(client):
    assert client.get(URL, {"page": "9"}).status_code == 404


def test_empty_timeline_says_so(client):
    assert "Nothing is written down here yet." in client.get(URL).text


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("query", ["", "?city=city-a&theme=music"])
def test_timeline_costs_the_same_for_any_number_of_rows(
    client, rows, query, django_assert_num_queries
):
    music = ThemeFactory(name="Music", slug="music")
    for letter in "abc"[:rows]:
        city = CityFactory(slug=f"city-{letter}", themes=[music])
        MilestoneFactory(city=city, document=DocumentFactory())
    MilestoneFactory(city=CityFactory(draft=True))
    client.get("/")
    with django_assert_num_queries(8):
        client.get(URL + query)


def test_long_timeline_goes_on_on_a_second_page(client):
    city = CityFactory()
    Milestone.objects.bulk_create(
        MilestoneFactory.build(city=city, year=1900 + n, title=f"Step {n}") for n in range(151)
    )
    assert len(titles(client.get(URL))) == 150
    assert len(titles(client.get(URL, {"page": 2}))) == 1


def test_decades_know_of_quiet_times():
    steps = [MilestoneFactory.build(year=year) for year in (1946, 1949, 1951, 1986)]
    decades = [(one.title, len(one.milestones), one.is_after_gap) for one in by_decade(steps)]
    assert decades == [("1940s", 2, False), ("1950s", 1, False), ("1980s", 1, True)]
