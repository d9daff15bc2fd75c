"""The map on the pages: with words for those who do not see it, and nothing that must not show."""

import re
from datetime import datetime

import pytest
import time_machine
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from cities.atlas.drawing import MAX_NAMED
from cities.maps import city_map, clock_text, location_text
from cities.models import City, CityStatus
from tests.cities.atlas.places import CROWDED, SIXTY, WHERE
from tests.factories.city import CityFactory

pytestmark = pytest.mark.django_db


def render_map(atlas):
    return render_to_string("components/map/atlas.html", {"atlas": atlas, "caption": ""})


def leon(**values):
    return CityFactory(
        name="León", country="NI", since_year=1986, latitude="12.43", longitude="-86.88",
        time_zone="America/Managua", **values,
    )  # fmt: skip


@pytest.mark.parametrize("page", ["pages:home", "cities:city-list"])
def test_map_links_every_public_city_by_name(client, council, page):
    city = leon()
    html = client.get(reverse(page)).text
    wide, narrow = re.findall(rf'<a href="{city.get_absolute_url()}".*?</a>', html, re.DOTALL)[:2]
    assert "<title>León, Nicaragua: twin city since 1986" in wide
    for link in (wide, narrow):
        assert re.search(r"<text [^>]*>León</text>\s*<text [^>]*>1986 · 5,400 mi</text>", link)
    assert 'aria-label="Map of Oxford and its partners"' in html


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_map_shows_no_city_that_is_not_public(client, council, state):
    leon()
    CityFactory(name="Secret", **{state: True})
    assert "Secret" not in client.get(reverse("cities:city-list")).text


def test_suspended_link_is_told_by_line_shape_and_words(client, council):
    leon(status=CityStatus.SUSPENDED, status_reason="Why.")
    html = client.get(reverse("cities:city-list")).text
    assert "atlas__arc--suspended" in html
    assert "atlas__place--suspended" in html
    assert re.search(r"<text [^>]*>1986 · 5,400 mi · suspended</text>", html)
    assert re.search(r"atlas__line--suspended.*?</svg>\s*suspended\s*</li>", html, re.DOTALL)


def test_city_page_says_where_it_is_and_how_its_clocks_differ(client, council):
    city = leon()
    with time_machine.travel("2030-06-18T12:05:00Z", tick=False):
        html = client.get(city.get_absolute_url()).text
    assert "León is 5,400 miles (8,600 kilometres) from Oxford." in html
    assert re.search(
        r'data-clock="America/Managua" data-locale="en-GB" hidden></dd>\s*'
        r"<dd>7 hours behind Oxford</dd>",
        html,
    )
    assert "06:05" not in html


@pytest.mark.parametrize(
    ("zone", "moment", "text"),
    [
        ("Europe/Berlin", "2030-06-18T12:05:00Z", "1 hour ahead of Oxford"),
        ("Asia/Kolkata", "2030-06-18T12:05:00Z", "4 hours, 30 minutes ahead of Oxford"),
        ("Europe/Dublin", "2030-06-18T12:05:00Z", "as in Oxford"),
        # Two weeks in which one side has changed its clocks and the other has not
        ("America/New_York", "2030-03-20T12:05:00Z", "4 hours behind Oxford"),
        ("America/New_York", "2030-06-18T12:05:00Z", "5 hours behind Oxford"),
    ],
)
def test_difference_of_clocks_is_that_of_the_day(council, zone, moment, text):
    assert clock_text(CityFactory(time_zone=zone), council, datetime.fromisoformat(moment)) == text


def test_map_speaks_the_language_of_the_page(client, council):
    city = leon()
    with translation.override("de"):
        html = client.get(city.get_absolute_url()).text
    assert "8.600" in html


def test_numbers_in_the_drawing_are_never_written_as_a_language_would(client, council):
    city = leon()
    with translation.override("de"):
        html = client.get(city.get_absolute_url()).text
    assert re.findall(r'\b(?:x|y|cx|cy|width|height)="[^"]*,[^"]*"', html) == []


def test_ids_of_the_map_are_given_once(client, council):
    for n in range(3):
        CityFactory(latitude=50 + n)
    ids = re.findall(r' id="([^"]+)"', client.get(reverse("cities:city-list")).text)
    assert len(ids) == len(set(ids))


def test_without_a_home_city_there_is_no_map():
    assert city_map([leon()], None) is None
    assert location_text(leon(slug="leon"), None) == ""


def test_site_without_cities_has_no_map(client, council):
    assert "atlas__map" not in client.get(reverse("pages:home")).text


@pytest.mark.parametrize("page", ["pages:home", "cities:city-list"])
def test_page_explains_every_number_on_the_map(client, council, page):
    """Also of cities that have no card on this page."""
    for name in CROWDED[1 : MAX_NAMED + 1]:
        latitude, longitude = WHERE[name]
        CityFactory(name=name, latitude=latitude, longitude=longitude)

    html = client.get(reverse(page)).text

    links = re.findall(r'<a href="([^"]+)"[^>]*>(<title>.*?)</a>', html, re.DOTALL)
    texts = [(url, re.search(r"<text [^>]*>(\d+)</text>", svg)) for url, svg in links]
    numbers = {(url, text[1]) for url, text in texts if text}
    key = re.findall(r'<span class="figures">(\d+)</span> <a href="([^"]+)">', html)
    assert numbers
    assert numbers == {(url, number) for number, url in key}


def test_map_without_numbers_has_no_key_to_them(client, council):
    leon()
    assert "atlas-numbers" not in client.get(reverse("cities:city-list")).text


@pytest.mark.parametrize("page", ["pages:home", "cities:city-list"])
def test_many_cities_are_dots_that_leave_names_to_the_list(client, council, page):
    for number in range(MAX_NAMED + 1):
        CityFactory(latitude=40 + number / 2, longitude=number)

    html = client.get(reverse(page)).text

    figure = re.search(r"<figure class=\"atlas.*?</figure>", html, re.DOTALL)[0]
    assert len(re.findall(r"h0", figure)) == MAX_NAMED + 1
    assert "<a " not in figure
    assert figure.count('role="img" ') == 2
    assert "The list of cities names them all." in figure


@pytest.mark.parametrize(("count", "most"), [(6, 10_500), (18, 21_000), (36, 45_000), (61, 11_000)])
def test_map_weighs_little_for_each_place(council, count, most):
    """Bytes of both layouts together, with everything around them."""
    for name in SIXTY[1 : count + 1]:
        latitude, longitude = WHERE[name]
        CityFactory(name=name, latitude=latitude, longitude=longitude)
    cities = list(City.objects.all())[:count]

    html = render_map(city_map(cities, council))

    assert len(html.encode()) <= most
