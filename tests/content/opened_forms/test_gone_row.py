"""The row of a form is deleted while somebody writes."""

import pytest
from django.urls import reverse

from cities.models import City
from content.models import Picture
from tests.admin_forms import errors_of, form_data, save
from tests.content.opened_forms.two_windows import change, opened_by, send
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db


def delete(client, row) -> None:
    client.post(change(row).replace("/change/", "/delete/"), {"post": "yes"})


def test_what_was_typed_is_kept_and_can_be_saved_as_a_new_row(officer_client):
    city = CityFactory(name="Bonn")
    MilestoneFactory(city=city, title="The signing")
    opened = opened_by(officer_client, city)
    delete(officer_client, city)

    refused = send(officer_client, city, opened, summary_0="A long text")

    assert refused.status_code == 200
    (error,) = errors_of(refused)["__all__"]
    assert error.startswith("You in another window (")
    assert "deleted this after you opened it" in error
    assert form_data(refused)["summary_0"] == ["A long text"]
    assert not City.objects.exists()

    add = reverse("admin:cities_city_add")
    assert f'action="{add}"' in refused.text
    officer_client.post(add, form_data(refused) | {"_save": "on"})

    again = City.objects.get()
    assert (str(again.name), str(again.summary)) == ("Bonn", "A long text")
    assert [str(row.title) for row in again.milestones.all()] == ["The signing"]


@pytest.mark.parametrize("factory", [EventFactory, PictureFactory])
def test_every_kind_of_form_is_kept(officer_client, factory):
    row = factory()
    opened = opened_by(officer_client, row)
    type(row).objects.filter(pk=row.pk).delete()

    answer = send(officer_client, row, opened)

    assert answer.status_code == 200
    assert errors_of(answer)["__all__"][0].startswith("Somebody deleted this")
    assert not Picture.objects.filter(pk=row.pk).exists()


def test_words_about_an_erased_application_are_shown_and_not_stored(officer_client, open_office):
    application = ApplicationFactory()
    opened = opened_by(officer_client, application)
    delete(officer_client, application)

    answer = send(
        officer_client, application, opened,
        skills="Sings well", **{"notes-TOTAL_FORMS": "1", "notes-0-text": "Rang on Monday."},
    )  # fmt: skip

    assert answer.status_code == 410
    assert "deleted this after you opened it. This is what you typed:" in answer.text
    assert "<dd>Sings well</dd>" in answer.text
    assert "<dd>Rang on Monday.</dd>" in answer.text
    assert not type(application).objects.exists()


@pytest.mark.parametrize("key", ["abc", "9" * 30, "1\x00"])
def test_choice_that_is_none_is_shown_as_it_was_sent(officer_client, open_office, key):
    application = ApplicationFactory()
    opened = opened_by(officer_client, application)
    delete(officer_client, application)

    answer = send(officer_client, application, opened, interests=key, skills="Sings well")

    assert answer.status_code == 410
    assert "<dd>Sings well</dd>" in answer.text


def test_address_of_a_row_that_never_was_leads_to_the_start_page(officer_client):
    city = CityFactory()
    data = opened_by(officer_client, city)

    assert officer_client.post("/admin/cities/city/999/change/", data).url == "/admin/"
    assert officer_client.get("/admin/cities/city/999/change/").url == "/admin/"


def test_form_whose_short_name_was_emptied_comes_back(officer_client):
    city = CityFactory()

    assert save(officer_client, change(city), name_0="", slug="").status_code == 200
