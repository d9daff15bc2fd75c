"""A place that is looked up in the form of a city, or of the council."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from cities.models import City
from content.models import Council
from tests.admin_forms import form_data, save
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.milestone import MilestoneFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("gazetteer")]
ADD = "/admin/cities/city/add/"
FIND = "/admin/cities/city/find-place/"
GRENOBLE = "3014728"


def press(client, address: str, **typed):
    return client.post(address, form_data(client.get(address)) | typed)


def values(response) -> dict:
    form = response.context["adminform"].form
    return {name: form[name].value() for name in ("latitude", "longitude", "time_zone", "country")}


def test_find_shows_the_form_again_with_what_was_typed(officer_client):
    response = press(
        officer_client, ADD, place="Grenoble", name_0="Our twin", latitude="x", _find_place="1"
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert "Grenoble, France" in html
    assert f'name="_use_place" value="{GRENOBLE}"' in html
    assert 'value="Our twin"' in html
    assert values(response)["latitude"] == "x"
    assert "errornote" not in html
    assert "errorlist" not in html
    assert not City.objects.exists()


def test_use_fills_in_the_four_fields(officer_client):
    response = press(officer_client, ADD, place="Grenoble", _use_place=GRENOBLE)

    assert values(response) == {
        "latitude": "45.17869",
        "longitude": "5.71479",
        "time_zone": "Europe/Paris",
        "country": "FR",
    }
    assert "Country: France" in response.content.decode()
    assert not City.objects.exists()


def test_use_says_what_it_replaces_and_stores_nothing(officer_client):
    city = CityFactory(latitude="1", longitude="2", time_zone="Europe/Paris", country="FR")
    MilestoneFactory(city=city)
    address = reverse("admin:cities_city_change", args=[city.pk])

    response = press(officer_client, address, _use_place="45.18,5.72")

    html = response.content.decode()
    assert "Latitude: 45.18000 in place of 1.00000" in html
    assert "Longitude: 5.72000 in place of 2.00000" in html
    assert "Time zone:" not in html.split('class="place-finder__said"')[1].split("</div>")[0]
    city.refresh_from_db()
    assert city.latitude == 1


def test_the_same_place_again_changes_nothing(officer_client):
    city = CityFactory(
        latitude="45.17869", longitude="5.71479", time_zone="Europe/Paris", country="FR"
    )
    address = reverse("admin:cities_city_change", args=[city.pk])

    response = press(officer_client, address, _use_place=GRENOBLE)

    assert "It is filled in already." in response.content.decode()


def test_an_unknown_button_changes_nothing(officer_client):
    response = press(officer_client, ADD, _use_place="<script>")

    assert response.status_code == 200
    assert values(response)["latitude"] in (None, "")


def test_what_stands_in_the_line_is_not_saved_and_is_no_change(officer_client):
    city = CityFactory()
    address = reverse("admin:cities_city_change", args=[city.pk])

    save(officer_client, address, place="Grenoble")

    assert not LogEntry.objects.exists()


def test_the_council_finds_its_place_too(officer_client):
    CouncilFactory(latitude="51.75222", longitude="-1.25596")

    response = press(officer_client, "/admin/content/council/1/change/", _use_place=GRENOBLE)

    assert values(response)["country"] == "FR"
    assert str(Council.objects.get().latitude) == "51.75222"


def test_the_script_gets_the_candidates_alone(officer_client):
    html = officer_client.get(
        "/admin/cities/city/find-place/", {"place": "Breslau"}
    ).content.decode()

    assert "Wrocław, Poland" in html
    assert 'data-latitude="51.10286"' in html
    assert "<html" not in html


def test_what_was_typed_is_escaped(officer_client):
    html = officer_client.get(FIND, {"place": "1 <script>alert(1)</script>"}).content.decode()

    assert "<script>" not in html


def test_strangers_and_those_without_the_right_find_nothing(client, django_user_model):
    address = "/admin/content/council/find-place/"
    assert client.get(address, {"place": "Grenoble"}).status_code == 302
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))

    assert client.get(address, {"place": "Grenoble"}).status_code == 403


def test_whoever_may_only_look_has_no_line(client, django_user_model):
    city = CityFactory()
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_city"))
    client.force_login(reader)

    response = client.get(reverse("admin:cities_city_change", args=[city.pk]))

    assert response.status_code == 200
    assert "place-finder" not in response.content.decode()
