"""What docs/officers.md says of text that is not saved is what happens to it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.utils import timezone

from cities.models import City
from tests import hostile_files
from tests.admin_forms import form_data, save
from tests.workbench.way_back import carried, sign_in, typed_into

pytestmark = pytest.mark.usefixtures("council")

OFFICERS = " ".join(Path(django_settings.BASE_DIR, "docs/officers.md").read_text().split())


def address_of(city: City) -> str:
    return f"/admin/cities/city/{city.pk}/change/"


def test_form_that_is_refused_comes_back_with_everything(officer_client, city):
    assert "comes back with everything you typed, and a chosen file is kept" in OFFICERS

    page = save(officer_client, address_of(city), name_0="", summary_0="Long and beautiful")
    picture = save(
        officer_client,
        "/admin/content/picture/add/",
        alt_0="",
        creator="Somebody",
        file=SimpleUploadedFile("bridge.jpg", hostile_files.picture()),
    )

    assert "Long and beautiful" in page.text
    assert "“bridge.jpg” is kept." in picture.text
    city.refresh_from_db()
    assert str(city.name) == "Bonn"


def test_what_both_have_changed_is_decided_by_saving_again(officer_client, city):
    assert "If both of you changed the same field, the form comes back" in OFFICERS
    opened = form_data(officer_client.get(address_of(city)))
    save(officer_client, address_of(city), name_0="Bonn of a colleague")

    page = officer_client.post(address_of(city), opened | {"name_0": "My Bonn", "_save": "on"})
    assert "saved this after you opened it." in page.text
    assert "My Bonn" in page.text
    officer_client.post(address_of(city), form_data(page) | {"_save": "on"})

    city.refresh_from_db()
    assert str(city.name) == "My Bonn"


def test_signed_out_officer_signs_in_and_goes_on(officer_client, officer, city, time_machine):
    assert "Two weeks after you signed in you are signed out." in OFFICERS
    assert "on a page that keeps what you typed" in OFFICERS
    posted = typed_into(officer_client, city, name_0="My Bonn")

    time_machine.move_to(timezone.now() + timedelta(days=14, seconds=1))
    page = officer_client.post(address_of(city), posted)
    offer = sign_in(officer_client, page, officer)
    assert "Show the form" in offer.text
    assert "**Show the form** brings it back" in OFFICERS
    again = officer_client.post(address_of(city), carried(offer))

    assert form_data(again)["name_0"] == ["My Bonn"]
    city.refresh_from_db()
    assert str(city.name) == "Bonn"


def test_officer_is_signed_in_for_two_weeks(officer_client, city, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=13, hours=23))

    assert officer_client.get(address_of(city)).status_code == 200


def test_without_the_database_nothing_is_saved(officer_client, city, monkeypatch):
    assert "nothing is saved; reload the page and confirm that it is sent again" in OFFICERS
    opened = form_data(officer_client.get(address_of(city)))
    officer_client.raise_request_exception = False

    def fail(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(City, "save", fail)
    page = officer_client.post(address_of(city), opened | {"name_0": "My Bonn", "_save": "on"})

    assert page.status_code == 503
    assert "reload this page and confirm that the form is sent again" in page.text
