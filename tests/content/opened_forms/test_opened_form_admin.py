"""Two people, or two windows, have the same form open."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cities.models import City
from content.opened_forms.form_stamp import STAMP_FIELD, FormStamp
from content.opened_forms.opened_form_admin import OpenedFormAdmin
from tests.admin_forms import errors_of, form_data, save
from tests.content.opened_forms.two_windows import change, differences, opened_by, send, told
from tests.factories import factories_by_model
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.officer import OfficerFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(db) -> Client:
    client = Client()
    client.force_login(OfficerFactory(first_name="Ada", last_name="Lovelace"))
    return client


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_every_admin_guards_its_form(model):
    assert isinstance(admin.site._registry[model], OpenedFormAdmin)
    assert type(admin.site._registry[model]).changeform_view is OpenedFormAdmin.changeform_view


CHANGED = [
    model
    for model in admin.site._registry
    if model in factories_by_model()
    and model._meta.label
    not in {
        "content.AuditEntry",
        "content.ErasureRecord",
        "content.Finding",
        "content.QueuedEmail",
        "content.Version",
        "search.UnansweredSearch",
        "workbench.Invitation",
    }  # fmt: skip
]


@pytest.mark.parametrize("model", CHANGED, ids=lambda model: model._meta.label)
def test_every_form_that_can_be_changed_has_a_stamp(admin_client, model):
    row = factories_by_model()[model]()

    stamp = FormStamp.read(opened_by(admin_client, row)[STAMP_FIELD][0])

    assert stamp.row == f"{model._meta.label}:{row.pk}"
    assert stamp.digests


def test_what_only_a_colleague_changed_is_taken_over(officer_client, colleague):
    city = CityFactory(name="Bonn", summary="Old.")
    opened = opened_by(officer_client, city)
    save(colleague, change(city), summary_0="A colleague’s.", country="FR")

    answer = send(officer_client, city, opened, name_0="My Bonn")

    city.refresh_from_db()
    assert (str(city.name), str(city.summary), city.country) == ("My Bonn", "A colleague’s.", "FR")
    (words,) = [words for words in told(answer) if "Taken over" in words]
    assert words.startswith("Ada Lovelace (")
    assert "Country" in words
    assert "Summary (English)" in words


def test_what_both_changed_is_shown_and_decided(officer_client, colleague):
    city = CityFactory(name="Bonn", summary="Old.")
    opened = opened_by(officer_client, city)
    save(colleague, change(city), name_0="Bonn of Ada", summary_0="A colleague’s.")

    refused = send(officer_client, city, opened, name_0="My Bonn")

    assert "Ada Lovelace (" in errors_of(refused)["__all__"][0]
    assert differences(refused) == [("Name (English)", "Bonn of Ada", "My Bonn")]
    assert "<td>Bonn of Ada</td>" in refused.text
    assert form_data(refused)["name_0"] == ["My Bonn"]
    assert form_data(refused)["summary_0"] == ["A colleague’s."]
    city.refresh_from_db()
    assert str(city.name) == "Bonn of Ada"

    send(officer_client, city, form_data(refused))

    city.refresh_from_db()
    assert (str(city.name), str(city.summary)) == ("My Bonn", "A colleague’s.")


def test_somebody_is_asked_again_if_it_changes_again(officer_client, colleague):
    city = CityFactory(name="Bonn")
    opened = opened_by(officer_client, city)
    save(colleague, change(city), name_0="First")
    refused = send(officer_client, city, opened, name_0="Mine")
    save(colleague, change(city), name_0="Second")

    again = send(officer_client, city, form_data(refused))

    assert differences(again) == [("Name (English)", "Second", "Mine")]


def test_other_window_of_the_same_person_counts(officer_client):
    city = CityFactory(name="Bonn")
    opened = opened_by(officer_client, city)
    save(officer_client, change(city), name_0="First window")

    refused = send(officer_client, city, opened, name_0="Second window")

    assert errors_of(refused)["__all__"][0].startswith("You in another window (")


def test_same_change_of_both_is_no_matter(officer_client, colleague):
    city = CityFactory(name="Bonn")
    opened = opened_by(officer_client, city)
    save(colleague, change(city), name_0="Bonn on the Rhine")

    assert send(officer_client, city, opened, name_0="Bonn on the Rhine").status_code == 302


def test_two_languages_of_a_text_are_joined(officer_client, colleague):
    city = CityFactory(name={"en": "Cologne", "de": "Köln"})
    opened = opened_by(officer_client, city)
    save(colleague, change(city), name_1="Köln am Rhein")

    send(officer_client, city, opened, name_0="Cologne on the Rhine")

    city.refresh_from_db()
    assert city.name.data == {"en": "Cologne on the Rhine", "de": "Köln am Rhein"}


def test_rows_chosen_in_a_list_count(officer_client, colleague):
    music, art, sport = (ThemeFactory(name=name) for name in ("Music", "Art", "Sport"))
    city = CityFactory(themes=[music])
    opened = opened_by(officer_client, city)
    save(colleague, change(city), themes=[art.pk])

    refused = send(officer_client, city, opened, themes=[sport.pk])
    joined = send(officer_client, city, opened, name_0="My Bonn")

    assert differences(refused) == [("Themes", "Art", "Sport")]
    assert joined.status_code == 302
    assert set(city.themes.all()) == {art}


def test_code_that_writes_no_history_counts(officer_client):
    city = CityFactory(country="DE")
    opened = opened_by(officer_client, city)
    City.objects.filter(pk=city.pk).update(country="FR")

    refused = send(officer_client, city, opened, country="ES")

    assert errors_of(refused)["__all__"][0].startswith("Somebody saved this after you opened it.")
    assert differences(refused) == [("Country", "France", "Spain")]


def test_users_and_groups_are_guarded(admin_client):
    user = User.objects.create_user("somebody", "somebody@example.org", "long-enough-for-a-test")
    opened = opened_by(admin_client, user)
    user.groups.add(Group.objects.create(name="Readers"))
    User.objects.filter(pk=user.pk).update(last_name="New")

    refused = send(admin_client, user, opened, last_name="Mine")
    send(admin_client, user, opened, first_name="My")

    assert ("Last name", "New", "Mine") in differences(refused)
    user.refresh_from_db()
    assert (user.first_name, user.last_name, user.groups.count()) == ("My", "New", 1)
    assert user.check_password("long-enough-for-a-test")


def test_applications_are_guarded(officer_client, open_office):
    application = ApplicationFactory(phone="1", skills="Sings")
    opened = opened_by(officer_client, application)
    type(application).objects.filter(pk=application.pk).update(phone="2", skills="Sings well")

    refused = send(officer_client, application, opened, phone="3")

    assert differences(refused) == [("Phone", "2", "3")]


def test_file_of_a_colleague_is_not_replaced_by_an_old_form(officer_client):
    document, other = DocumentFactory(), DocumentFactory()
    opened = opened_by(officer_client, document)
    type(document).objects.filter(pk=document.pk).update(file=other.file.name)

    send(officer_client, document, opened, title_0="Minutes")

    document.refresh_from_db()
    assert (str(document.title), document.file.name) == ("Minutes", other.file.name)


@pytest.mark.parametrize("number", [1, 3])
def test_guard_asks_the_database_once_however_many_rows_there_are(officer_client, number):
    """Beside the form's own: who holds the row, and who has saved it."""
    city = CityFactory()
    MilestoneFactory.create_batch(number, city=city)
    opened = opened_by(officer_client, city)
    City.objects.filter(pk=city.pk).update(country="FR")
    bare = {name: values for name, values in opened.items() if name != STAMP_FIELD}

    with CaptureQueriesContext(connection) as without_guard:
        send(officer_client, city, bare | {"country": "DE"}, name_0="")
    with CaptureQueriesContext(connection) as guarded:
        send(officer_client, city, opened | {"country": "ES"}, name_0="")

    # Another one finds what was kept of this form.
    assert len(guarded) - len(without_guard) == 2


def test_nothing_that_is_stored_can_be_read_from_the_stamp(admin_client):
    user = User.objects.create_user("somebody", "secret@example.org", "long-enough-for-a-test")

    stamp = FormStamp.read(opened_by(admin_client, user)[STAMP_FIELD][0])

    assert "secret" not in str(stamp)
    assert not [name for name in stamp.digests if "password" in name]


@pytest.mark.parametrize("signed", ["", "x", "{}", "cut"])
def test_stamp_that_is_not_ours_is_none(officer_client, signed):
    city = CityFactory()
    opened = opened_by(officer_client, city)
    signed = opened[STAMP_FIELD][0][:-1] if signed == "cut" else signed

    assert FormStamp.read(signed) is None
    assert send(officer_client, city, opened, **{STAMP_FIELD: signed}).status_code == 302


def test_stamp_is_for_one_row(officer_client):
    one, other = CityFactory(country="DE"), CityFactory(country="FR")
    opened = opened_by(officer_client, other) | {
        STAMP_FIELD: opened_by(officer_client, one)[STAMP_FIELD]
    }

    assert send(officer_client, other, opened, country="ES").status_code == 302
    other.refresh_from_db()
    assert other.country == "ES"


def test_copy_is_not_compared_with_its_original(officer_client):
    city = CityFactory(name="Bonn")
    opened = opened_by(officer_client, city)
    City.objects.filter(pk=city.pk).update(country="FR")

    officer_client.post(change(city), opened | {"name_0": "Bonn II", "_saveasnew": "on"})

    assert City.objects.count() == 2
