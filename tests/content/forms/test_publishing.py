"""Enter in a line of a form presses its first button (HTML standard, 4.10.21.2)."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from cities.models import City
from content.models import Publishable, Version
from tests.admin_forms import errors_of, form_data, save
from tests.factories import factories_by_model
from tests.factories.city import CityFactory


class _Buttons(HTMLParser):
    """The buttons of a form of the admin that can send it, in the order of the document."""

    def __init__(self, page):
        super().__init__()
        self.inside, self.found = False, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.inside = attributes.get("id", "").endswith("_form")
        kind = attributes.get("type", "submit" if tag == "button" else "text")
        if self.inside and tag in {"input", "button"} and kind in {"submit", "image"}:
            self.found.append(attributes)

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "form"


def pressed_by_enter(page: str) -> dict:
    return _Buttons(page).found[0]


def change(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


# What is in the bin has a page of its own, without a field to press Enter in.
MODELS = [model for model in admin.site._registry if model in factories_by_model()]
MODELS.remove(Version)


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_enter_changes_nothing_that_others_see_or_use(admin_client, model):
    row = factories_by_model()[model]()

    button = pressed_by_enter(admin_client.get(change(row)).text)
    if "disabled" not in button:
        assert button["name"] == "_save_draft"
        assert issubclass(model, Publishable)


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["live", "scheduled"])
def test_enter_saves_a_draft_beside_what_is_public(officer_client, state):
    city = CityFactory(name="Bonn", scheduled=state == "scheduled")
    assert pressed_by_enter(officer_client.get(change(city)).text)["name"] == "_save_draft"

    save(officer_client, change(city), "_save_draft", name_0="My Bonn")

    city.refresh_from_db()
    assert (str(city.name), city.publishing_state) == ("Bonn", state)


@pytest.mark.django_db
def test_enter_leaves_down_what_was_taken_down(officer_client):
    city = CityFactory(expired=True)

    refused = save(officer_client, change(city), "_save_draft", expires_at_0="", expires_at_1="")

    assert list(errors_of(refused)) == ["published_at"]
    city.refresh_from_db()
    assert city.publishing_state == "expired"


@pytest.mark.django_db
def test_enter_saves_a_draft_and_stays_at_it(officer_client):
    city = CityFactory(draft=True, name="Bonn")
    button = pressed_by_enter(officer_client.get(change(city)).text)
    assert (button["name"], button["value"], "disabled" in button) == (
        "_save_draft",
        "enter",
        False,
    )

    answer = officer_client.post(
        change(city), _typed(officer_client, city, name_0="My Bonn") | {"_save_draft": "enter"}
    )

    city.refresh_from_db()
    assert answer.url == change(city)
    assert (str(city.name), city.publishing_state) == ("My Bonn", "draft")


@pytest.mark.django_db
@pytest.mark.parametrize("days", [-1, 1])
def test_enter_publishes_nothing_by_a_date_that_was_typed(officer_client, days):
    city = CityFactory(draft=True)
    day = f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"
    data = _typed(officer_client, city, published_at_0=day)

    refused = officer_client.post(change(city), data | {"_save_draft": "enter"})
    assert list(errors_of(refused)) == ["published_at"]
    assert City.objects.get().publishing_state == "draft"
    assert officer_client.post(change(city), data | {"_save": "on"}).status_code == 302


@pytest.mark.django_db
def test_refused_form_of_a_draft_is_that_of_a_draft(officer_client):
    city = CityFactory(draft=True)

    refused = save(officer_client, change(city), published_at_0="01/02/2026", name_0="", slug="x")

    assert "Only officers see this." in refused.text
    assert 'name="_publish"' in refused.text
    assert pressed_by_enter(refused.text)["name"] == "_save_draft"


@pytest.mark.django_db
def test_enter_in_a_new_form_makes_a_draft(officer_client):
    page = officer_client.get("/admin/cities/city/add/").text

    assert pressed_by_enter(page)["name"] == "_save_draft"


def _typed(client, row, **typed):
    return form_data(client.get(change(row))) | typed
