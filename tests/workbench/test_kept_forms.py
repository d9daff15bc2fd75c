"""What is carried over signing in: only forms of ours, and only to those who opened them."""

import json
import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from content.opened_forms.form_stamp import STAMP_FIELD
from content.opened_forms.kept_form import KEPT_FIELD, MAX_KEPT
from tests.admin_forms import form_data
from tests.factories.city import CityFactory
from tests.factories.officer import OfficerFactory
from tests.workbench.way_back import (
    LOGIN,
    change,
    end_session,
    hidden,
    packed,
    token,
    typed_into,
)

pytestmark = pytest.mark.usefixtures("council")


@pytest.mark.parametrize("stamp", ["", "forged:signature", None])
def test_other_sites_cannot_show_a_form_that_they_filled_in(browser, officer, city, stamp):
    """Neither to somebody who is signed in nor to somebody who signs in after that."""
    filled = {"name_0": "Bought", STAMP_FIELD: stamp} if stamp is not None else {"name_0": "Bought"}

    answers = [browser.post(change(city), data) for data in (filled, packed(filled))]
    end_session(browser)
    answers += [
        browser.post(path, data)
        for data in (filled, packed(filled))
        for path in (change(city), LOGIN)
    ]

    assert [answer.status_code for answer in answers] == [403] * 6
    assert not [answer for answer in answers if "Bought" in answer.text]


def test_form_of_another_officer_is_shown_to_nobody_else(browser, city):
    """Nor can one officer have another one look at a form that the first has filled in."""
    mallory = OfficerFactory(username="mallory")
    attacker = Client()
    attacker.force_login(mallory)
    data = typed_into(attacker, city, name_0="Bought")

    forged = browser.post(change(city), data)
    assert "Somebody else opened this form." in forged.text
    page = browser.get(change(city))
    taken = browser.post(change(city), token(page) | packed(data))

    assert taken.status_code == 403
    assert 'name="name_0"' not in forged.text + taken.text


def test_form_is_shown_at_its_own_address_only(browser, city):
    other = CityFactory()
    page = browser.get(change(other))
    data = typed_into(browser, city, name_0="My Bonn")

    assert browser.post(change(other), token(page) | packed(data)).status_code == 403
    assert browser.post(change(city), token(page) | packed(data)).status_code == 200


def test_neither_passwords_nor_buttons_are_carried(admin_client):
    page = admin_client.get("/admin/auth/user/add/")
    data = form_data(page) | {
        "username": "new", "password1": "secret-one", "password2": "secret-one", "_save": "on",
    }  # fmt: skip
    end_session(admin_client)

    kept = admin_client.post("/admin/auth/user/add/", data)

    assert ["username", "new"] in json.loads(hidden(kept, KEPT_FIELD))
    assert "secret-one" not in kept.text
    assert "_save" not in hidden(kept, KEPT_FIELD)


def test_every_field_for_passwords_is_known_by_its_name(admin_client):
    user = User.objects.create_user("somebody")
    for address in ("/admin/auth/user/add/", f"/admin/auth/user/{user.pk}/password/"):
        inputs = re.findall(
            r'<input type="password" name="([^"]+)"', admin_client.get(address).text
        )
        assert inputs
        assert all("password" in name for name in inputs)


@pytest.mark.parametrize(
    "package",
    [
        "", "x", "[", "{}", "[1]", '[["a"]]', '[["a", 1]]', '[[["a"], "b"]]', "[" * 50_000,
        '[["form_stamp", "x"]]', '[["a", "\\ud800"]]', "9" * 5000, "x" * (MAX_KEPT + 1),
    ],
    ids=lambda package: package[:12] + str(len(package)),
)  # fmt: skip
def test_odd_packages_are_none(client, package):
    answer = client.post(LOGIN, {KEPT_FIELD: package, "username": "x", "password": "y"})

    assert answer.status_code == 200
    assert "kept_form" not in answer.text


def test_package_with_a_password_or_a_button_has_neither(officer_client, city):
    data = typed_into(officer_client, city, name_0="My Bonn", password1="secret-one")

    again = officer_client.post(change(city), packed(data))

    assert "It has not been saved yet." in again.text
    assert form_data(again)["name_0"] == ["My Bonn"]
    assert "secret-one" not in again.text


def test_half_a_surrogate_pair_is_no_text(officer_client, city):
    data = typed_into(officer_client, city, name_0="\ud800")

    assert officer_client.post(change(city), packed(data)).status_code == 403


def test_form_that_is_too_long_leads_to_the_page_for_signing_in(browser, city):
    data = typed_into(browser, city, body_0="x" * MAX_KEPT)
    end_session(browser)

    assert browser.post(change(city), data).url.startswith(LOGIN)


def test_old_stamp_opens_nothing(browser, city, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    data = typed_into(browser, city, name_0="My Bonn")
    end_session(browser)
    time_machine.shift(31 * 24 * 3600)

    assert browser.post(change(city), data).url.startswith(LOGIN)
