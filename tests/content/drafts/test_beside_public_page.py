"""What is written on a public page is a draft beside it, until somebody publishes it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from cities.models import City
from content.drafts.keeping import publish_due
from content.models import Draft, Version
from tests.admin_forms import form_data, save
from tests.content.versions.things import address
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(council):
    city = CityFactory(name={"en": "Bonn"}, summary={"en": "Twinned since 1947."}, slug="bonn")
    MilestoneFactory(city=city, title={"en": "First visit"})
    return city


def form_of(client, thing):
    return form_data(client.get(address(thing, "change")))


def test_readers_see_the_page_as_it_was(city, officer_client, client):
    theme = ThemeFactory()
    before = client.get(city.get_absolute_url()).content

    save(officer_client, address(city, "change"), "_save_draft",
         **{"summary_0": "Twinned for long.", "themes": theme.pk,
            "milestones-TOTAL_FORMS": "2", "milestones-1-kind": "other",
            "milestones-1-title_0": "A second visit", "milestones-1-year": "1999"})  # fmt: skip

    assert client.get(city.get_absolute_url()).content == before
    city.refresh_from_db()
    assert str(city.summary) == "Twinned since 1947."
    assert city.milestones.count() == 1
    assert city.themes.count() == 0


def test_form_shows_the_draft_and_publishing_it_ends_it(city, officer_client):
    save(officer_client, address(city, "change"), "_save_draft",
         **{"summary_0": "Twinned for long.", "milestones-TOTAL_FORMS": "2",
            "milestones-1-kind": "other", "milestones-1-title_0": "A second visit",
            "milestones-1-year": "1999"})  # fmt: skip

    data = form_of(officer_client, city)
    assert data["summary_0"] == ["Twinned for long."]
    assert data["milestones-1-title_0"] == ["A second visit"]

    form = form_data(officer_client.get(address(city, "change"))) | {"_save": "1"}
    answer = officer_client.post(address(city, "change"), form, follow=True)
    assert "is saved, and the public sees it." in answer.text
    assert "Nothing was changed." not in answer.text

    city.refresh_from_db()
    assert str(city.summary) == "Twinned for long."
    assert sorted(city.milestones.values_list("pk", flat=True))[0] > 0
    assert {str(one.title) for one in city.milestones.all()} == {"First visit", "A second visit"}
    assert not Draft.objects.exists()


def test_draft_that_nobody_may_publish_stays_one(city):
    writer = OfficerFactory(groups=[])
    codes = ["view_city", "change_city", "change_milestone", "view_milestone", "add_milestone"]
    writer.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client = Client()
    client.force_login(writer)

    save(client, address(city, "change"), summary_0="Mine.")

    city.refresh_from_db()
    assert str(city.summary) == "Twinned since 1947."
    assert form_of(client, city)["summary_0"] == ["Mine."]


def test_changes_made_in_public_meanwhile_stay(city, officer_client):
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Twinned for long.")
    City.objects.filter(pk=city.pk).update(since_year=1948)

    save(officer_client, address(city, "change"))

    city.refresh_from_db()
    assert (str(city.summary), city.since_year) == ("Twinned for long.", 1948)


def test_two_people_join_in_one_draft(city, officer_client):
    mine = form_of(officer_client, city)
    save(officer_client, address(city, "change"), "_save_draft", name_0="Bonn (Beuel)")
    mine |= {"summary_0": "Twinned for long.", "_save_draft": "1"}

    officer_client.post(address(city, "change"), mine)

    data = form_of(officer_client, city)
    assert (data["name_0"], data["summary_0"]) == (["Bonn (Beuel)"], ["Twinned for long."])


def test_same_field_changed_by_two_is_asked(city, officer_client):
    mine = form_of(officer_client, city)
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Theirs.")
    mine |= {"summary_0": "Mine.", "_save_draft": "1"}

    response = officer_client.post(address(city, "change"), mine)

    assert response.status_code == 200
    assert "Theirs." in response.text
    assert "Mine." in response.text


def test_draft_saved_as_it_was_opened_is_not_kept(city, officer_client):
    save(officer_client, address(city, "change"), "_save_draft")
    assert not Draft.objects.exists()
    assert not Version.objects.exists()


def test_discarded_draft_comes_back_by_undo(city, officer_client):
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Twinned for long.")
    response = officer_client.post(address(city, "discard_draft"), follow=True)
    assert form_of(officer_client, city)["summary_0"] == ["Twinned since 1947."]

    token = response.text.partition('name="token" value="')[2].partition('"')[0]
    officer_client.post(address(city, "undo"), {"token": token})

    assert form_of(officer_client, city)["summary_0"] == ["Twinned for long."]


def test_published_change_is_undone_and_kept_as_a_draft(city, officer_client, client):
    before = client.get(city.get_absolute_url()).text
    form = form_of(officer_client, city) | {"summary_0": "Twinned for long.", "_save": "1"}
    response = officer_client.post(address(city, "change"), form, follow=True)
    assert "Twinned for long." in client.get(city.get_absolute_url()).text

    token = response.text.partition('name="token" value="')[2].partition('"')[0]
    officer_client.post(address(city, "undo"), {"token": token})

    assert "Twinned for long." not in client.get(city.get_absolute_url()).text
    assert "Twinned since 1947." in before
    assert form_of(officer_client, city)["summary_0"] == ["Twinned for long."]


def test_undo_of_something_that_others_have_changed_since_is_refused(city, officer_client):
    form = form_of(officer_client, city) | {"summary_0": "Twinned for long.", "_save": "1"}
    response = officer_client.post(address(city, "change"), form, follow=True)
    token = response.text.partition('name="token" value="')[2].partition('"')[0]
    save(officer_client, address(city, "change"), summary_0="Later.")

    officer_client.post(address(city, "undo"), {"token": token})

    city.refresh_from_db()
    assert str(city.summary) == "Later."


def test_scheduled_changes_are_published_at_their_moment(city, officer_client, monkeypatch):
    moment = timezone.localtime() + timedelta(days=3)
    save(officer_client, address(city, "change"), "_schedule", summary_0="Twinned for long.",
         schedule_at_0=moment.strftime("%Y-%m-%d"), schedule_at_1="09:00")  # fmt: skip
    assert Draft.objects.get().publish_at.astimezone(timezone.get_default_timezone()).hour == 9
    noted = Version.objects.of(city).order_by("-number").first().words
    assert f"To be published on {date_format(moment, 'DATE_FORMAT')}, 09:00" in noted
    assert publish_due() == 0

    Draft.objects.update(publish_at=timezone.now())
    assert publish_due() == 1

    city.refresh_from_db()
    assert str(city.summary) == "Twinned for long."
    assert not Draft.objects.exists()
    assert "Published at the scheduled moment." in Version.objects.of(city).first().change_message


def test_moment_that_is_over_is_refused(city, officer_client):
    form = form_of(officer_client, city) | {"summary_0": "X.", "_schedule": "1"}
    form |= {"schedule_at_0": "2020-01-01", "schedule_at_1": "09:00"}
    response = officer_client.post(address(city, "change"), form)
    assert "This moment is over." in response.text
    assert not Draft.objects.exists()


def test_old_address_leads_on_once_a_draft_with_a_new_one_is_public(city, officer_client, client):
    old = city.get_absolute_url()
    save(officer_client, address(city, "change"), "_save_draft", slug="bonn-am-rhein")
    assert client.get(old).status_code == 200

    save(officer_client, address(city, "change"))

    city.refresh_from_db()
    assert city.slug == "bonn-am-rhein"
    assert client.get(old)["Location"] == city.get_absolute_url()


def test_later_date_never_takes_a_public_page_down(city, officer_client):
    moment = timezone.localtime() + timedelta(days=3)
    form = form_of(officer_client, city)
    form |= {"published_at_0": moment.strftime("%Y-%m-%d"), "published_at_1": "09:00", "_save": "1"}

    response = officer_client.post(address(city, "change"), form)

    assert "would take it down" in response.text
    city.refresh_from_db()
    assert city.is_published


def test_preview_shows_the_draft_on_its_page_and_changes_nothing(city, officer_client, client):
    before = client.get(city.get_absolute_url()).content
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Twinned for long.")

    response = officer_client.get(address(city, "previewed_page"))

    assert "Twinned for long." in response.text
    assert "no-store" in response["Cache-Control"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert client.get(city.get_absolute_url()).content == before
    assert officer_client.get(address(city, "preview")).status_code == 200


def test_draft_is_compared_with_what_is_public(city, officer_client):
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Twinned for long.")
    page = officer_client.get(address(city, "draft")).text
    assert 'data-label="In public"' in page
    assert 'data-label="Draft"' in page


def test_preview_of_an_unpublished_page(council, officer_client):
    page = PageFactory(published_at=None, title={"en": "Visits", "de": "Besuche"})
    response = officer_client.get(address(page, "previewed_page") + "?language=de")
    assert "Besuche" in response.text
    page.refresh_from_db()
    assert page.published_at is None


def test_preview_of_what_is_typed_keeps_nothing(city, officer_client, client):
    before = client.get(city.get_absolute_url()).content
    form = form_of(officer_client, city) | {"summary_0": "Twinned for long."}

    shown = officer_client.post(address(city, "previewed_page"), form)

    assert "Twinned for long." in shown.text
    assert client.get(city.get_absolute_url()).content == before
    assert not Draft.objects.exists()
    assert not Version.objects.exists()
    assert "messagelist" not in officer_client.get("/admin/").text


def test_preview_of_a_form_with_a_mistake_says_what_is_wrong(city, officer_client):
    form = form_of(officer_client, city) | {"name_0": ""}

    shown = officer_client.post(address(city, "previewed_page"), form)

    assert "The page can be shown when this is right" in shown.text
    assert "This field is required" in shown.text


def test_preview_of_a_form_is_for_those_who_may_change_the_row(city):
    reader = OfficerFactory(groups=[])
    reader.user_permissions.set(Permission.objects.filter(codename="view_city"))
    client = Client()
    client.force_login(reader)
    assert client.get(address(city, "previewed_page")).status_code == 200
    assert client.post(address(city, "previewed_page"), {}).status_code == 403


def test_taking_down_asks_and_can_be_undone(city, officer_client, client):
    asked = officer_client.get(address(city, "take_down"))
    assert city.get_absolute_url() in asked.text
    assert client.get(city.get_absolute_url()).status_code == 200

    response = officer_client.post(address(city, "take_down"), follow=True)
    assert client.get(city.get_absolute_url()).status_code == 404

    token = response.text.partition('name="token" value="')[2].partition('"')[0]
    officer_client.post(address(city, "undo"), {"token": token})
    assert client.get(city.get_absolute_url()).status_code == 200


def test_deleted_page_takes_its_draft_along(city, officer_client):
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Twinned for long.")
    officer_client.post(address(city, "delete"), {"post": "yes"})
    assert not City.objects.exists()
    assert not Draft.objects.exists()
    assert reverse("admin:content_version_changelist")
