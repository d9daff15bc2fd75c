"""What is typed is kept before it is saved, for the person who types it."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from cities.models import City
from content.models import UnsavedForm
from tests.admin_forms import form_data
from tests.content.versions.things import address
from tests.factories.city import CityFactory
from tests.factories.officer import OfficerFactory

pytestmark = pytest.mark.django_db
ADD = "/admin/cities/city/add/"


@pytest.fixture
def city(council):
    return CityFactory(summary={"en": "Twinned since 1947."})


def autosave(client, thing, **typed):
    form = form_data(client.get(address(thing, "change"))) | typed
    return client.post(address(thing, "autosave"), form)


def test_it_is_kept_without_a_check_and_nobody_else_sees_it(city, officer_client, client):
    before = client.get(city.get_absolute_url()).content

    answer = autosave(officer_client, city, name_0="", summary_0="Half a sen")

    assert answer.json()["note"].startswith("What you type is kept")
    assert "Half a sen" in UnsavedForm.objects.get().fields
    city.refresh_from_db()
    assert str(city.summary) == "Twinned since 1947."
    assert client.get(city.get_absolute_url()).content == before


def test_it_is_offered_and_taken_up(city, officer_client):
    autosave(officer_client, city, summary_0="Half a sen")
    assert "You were writing here" in officer_client.get(address(city, "change")).text

    response = officer_client.post(address(city, "take_up"))

    assert form_data(response)["summary_0"] == ["Half a sen"]
    assert "It has not been saved yet." in response.text


def test_it_is_forgotten_once_it_is_saved_also_after_a_mistake(city, officer_client):
    form = form_data(officer_client.get(address(city, "change"))) | {"summary_0": "Half a sen"}
    officer_client.post(address(city, "autosave"), form)

    refused = officer_client.post(address(city, "change"), form | {"name_0": "", "_save": "1"})
    assert UnsavedForm.objects.exists()
    again = form_data(refused) | {"name_0": "Bonn"}
    officer_client.post(address(city, "autosave"), again)
    assert UnsavedForm.objects.count() == 1
    officer_client.post(address(city, "change"), again | {"_save": "1"})

    assert not UnsavedForm.objects.exists()


def test_form_of_a_new_row_is_kept_too(council, officer_client):
    form = form_data(officer_client.get(ADD)) | {"name_0": "Ramallah"}
    new = reverse("admin:cities_city_autosave", args=["new"])

    assert officer_client.post(new, form).status_code == 200

    taken_up = officer_client.post(reverse("admin:cities_city_take_up", args=["new"]))
    assert form_data(taken_up)["name_0"] == ["Ramallah"]
    assert not City.objects.exists()


def test_others_are_told_who_is_writing(city, officer_client):
    ann = OfficerFactory(first_name="Ann", last_name="Lee")
    hers = Client()
    hers.force_login(ann)
    autosave(hers, city, summary_0="Mine")

    said = autosave(officer_client, city, only_open="1").json()
    assert "Ann Lee has been writing here since" in said["others"]
    assert "Ann Lee has been" in officer_client.get(address(city, "change")).text
    assert "You were writing here" not in officer_client.get(address(city, "change")).text


def test_whoever_has_the_form_open_twice_is_named_once(city, officer_client):
    hers = Client()
    hers.force_login(OfficerFactory(first_name="Ann", last_name="Lee"))
    for typed in ("Mine", "Mine again"):
        autosave(hers, city, summary_0=typed)

    assert officer_client.get(address(city, "change")).text.count("Ann Lee has been") == 1


def test_form_that_is_only_open_keeps_what_was_typed_before(city, officer_client):
    form = form_data(officer_client.get(address(city, "change"))) | {"summary_0": "Half a sen"}
    for more in ({}, {"only_open": "1"}):
        officer_client.post(address(city, "autosave"), form | more)
    assert "Half a sen" in UnsavedForm.objects.get().fields


@pytest.mark.parametrize("stamp", ["", "forged", None])
def test_what_is_no_form_of_ours_is_refused(city, officer_client, stamp):
    form = form_data(officer_client.get(address(city, "change")))
    form |= {"form_stamp": stamp} if stamp is not None else {}
    other = CityFactory()
    answer = officer_client.post(address(other, "autosave"), form)
    assert answer.status_code == 403
    assert not UnsavedForm.objects.exists()


def test_whoever_may_not_change_the_row_keeps_nothing(city, officer_client):
    form = form_data(officer_client.get(address(city, "change")))
    stranger = Client()
    stranger.force_login(OfficerFactory(groups=[]))
    assert stranger.post(address(city, "autosave"), form).status_code in {403, 404}
    assert not UnsavedForm.objects.exists()


def test_editor_gets_a_new_token_after_signing_in_again(city, officer_client):
    answer = officer_client.get(address(city, "autosave"))
    assert json.loads(answer.content)["token"]
    assert "no-store" in answer["Cache-Control"]
