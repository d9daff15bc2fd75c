"""More cities than anybody looks through as boxes: their names are typed."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories.city import CityFactory
from tests.volunteers.form_filler import hidden_fields
from volunteers.forms import MOST_BOXES
from volunteers.models import Application, ConsentWording

pytestmark = pytest.mark.usefixtures("open_office")
FORM = reverse("volunteers:apply")
NAMES = 'type="text" name="cities"'


@pytest.fixture
def cities():
    """As many as need names; two of them have names that are typed in several ways."""
    named = [
        CityFactory(name={"en": "Wrocław", "de": "Breslau"}, slug="wroclaw"),
        CityFactory(name="León", slug="leon"),
    ]
    return named + [CityFactory() for _ in range(MOST_BOXES - 1)]


def filled_in(client, *names):
    mine = {"name": "Zoë", "email": "zoe@example.org", "cities": names, "consent": "on"}
    return hidden_fields(client.get(FORM)) | mine


def send(client, *names, step="send"):
    return client.post(FORM, filled_in(client, *names) | {"step": step})


def test_few_cities_are_boxes(client):
    for _ in range(MOST_BOXES):
        CityFactory()

    html = client.get(FORM).text

    assert html.count('type="checkbox" name="cities"') == MOST_BOXES


def test_many_cities_are_suggested_to_those_who_type(client, cities):
    html = client.get(FORM).text

    assert html.count(NAMES) == 5
    assert '<option value="Wrocław">Wrocław</option>' in html
    assert 'type="checkbox" name="cities"' not in html


@pytest.mark.parametrize("typed", ["León", "leon", "  LEÓN ", "le\u200bon"])
def test_name_is_known_however_it_is_typed(client, cities, typed):
    assert send(client, typed, "").status_code == 302
    assert [str(city) for city in Application.objects.get().cities.all()] == ["León"]


def test_name_may_be_that_of_another_language(client, cities):
    assert send(client, "Breslau", "Wroclaw").status_code == 302
    assert [city.slug for city in Application.objects.get().cities.all()] == ["wroclaw"]


def test_link_to_the_form_fills_in_the_name(client, cities):
    html = client.get(FORM, {"city": "leon"}).text

    assert 'value="León"' in html


def test_names_travel_through_the_check(client, cities):
    html = send(client, "leon", "Breslau", step="check").text

    assert "León, Wrocław" in html
    assert 'name="cities" value="León"' in html


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Loen", "There is no link with “Loen”. Did you mean León?"),
        ("Xanadu of the north", "Choose a name from the list."),
        ("<b>\x00", "There is no link with “&lt;b&gt;”."),
        ("x" * 201, "at most 200 characters"),
    ],
)
def test_unknown_name_is_told_and_kept(client, cities, typed, words):
    response = send(client, "León", typed)

    assert response.status_code == 422
    assert words in response.text
    assert 'value="León"' in response.text
    assert 'href="#id_cities_0"' in response.text
    assert not Application.objects.exists()


def test_more_names_than_inputs_are_refused(client, cities):
    response = send(client, *["León"] * 6)

    assert "Name at most 5 cities." in response.text


def test_what_was_typed_is_shown_when_the_office_has_closed(client, cities):
    data = filled_in(client, "leon", "Xanadu") | {"step": "send"}
    ConsentWording.objects.all().delete()

    assert "León, Xanadu" in client.post(FORM, data).text


def test_suggestion_says_that_a_city_is_an_example(client, cities):
    CityFactory(name="Bonn", example=True)

    html = client.get(FORM).text

    assert '<option value="Bonn">Bonn (Example text)</option>' in html


def test_names_are_offered_in_the_language_of_the_page(client, cities):
    with translation.override("de"):
        html = client.get(reverse("volunteers:apply")).text

    assert '<option value="Breslau">Breslau</option>' in html
