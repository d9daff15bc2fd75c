"""The address that a city gets from its name, and the words that find it."""

import pytest
from django.contrib.messages import get_messages

from cities.models import City
from tests.admin_forms import errors_of, save
from tests.cities.test_admin import ADD, NEW
from tests.factories.city import CityFactory

NAMES = [
    ("Hjørring", "hjorring"),
    ("Bełchatów", "belchatow"),
    ("Gießen", "giessen"),
    ("Đakovo", "dakovo"),
    ("Œuilly", "oeuilly"),
    ("Kırklareli", "kirklareli"),
    ("Þorlákshöfn", "thorlakshofn"),
    ("Kópavogur við Ærø", "kopavogur-vid-aero"),
]


@pytest.mark.parametrize(("name", "slug"), NAMES)
def test_a_name_with_other_letters_gets_a_readable_address(officer_client, name, slug):
    save(officer_client, ADD, **NEW | {"name_0": name})

    assert City.objects.get().slug == slug


@pytest.mark.parametrize(
    ("name", "words"), [(name, slug.replace("-", " ")) for name, slug in NAMES]
)
def test_it_is_found_with_and_without_these_letters(client, council, name, words):
    CityFactory(name=name)

    for query in (words, name, name.upper()):
        results = client.get("/search/", {"q": query}).context["results"]
        assert [result.entry.heading for result in results] == [name]


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        (("Владимир", ""), "vladimir"),
        (("広島", ""), "guang-dao"),
        (("Ιωάννινα", ""), "ioannina"),
        (("广州", "Kanton"), "kanton"),
    ],
)
def test_a_name_in_another_script_gets_a_latin_address(officer_client, names, slug):
    save(officer_client, ADD, **NEW | {"name_0": names[0], "name_1": names[1]})

    assert City.objects.get().slug == slug


def test_the_officer_is_told_of_an_address_that_was_transliterated(officer_client):
    told = save(officer_client, ADD, **NEW | {"name_0": "広島"})
    untold = save(officer_client, ADD, **NEW)

    assert "/cities/guang-dao/" in str(list(get_messages(told.wsgi_request))[0])
    assert "script" not in str([str(one) for one in get_messages(untold.wsgi_request)])


@pytest.mark.parametrize("name", ["ភ្នំពេញ", "🙂", "…"])
def test_a_name_without_any_latin_spelling_asks_for_the_address(officer_client, name):
    response = save(officer_client, ADD, **NEW | {"name_0": name})

    assert "Latin letters" in errors_of(response)["slug"][0]
    assert not City.objects.exists()


def test_the_address_of_a_city_stays_when_it_is_saved_again(officer_client):
    city = CityFactory(name="Bełchatów", slug="bechatow")

    save(officer_client, f"/admin/cities/city/{city.pk}/change/")

    city.refresh_from_db()
    assert city.slug == "bechatow"
