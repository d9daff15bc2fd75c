from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from cities.models import City
from content.models import Version
from content.permissions import may_publish
from content.versions.bin import put_into_bin
from tests.admin_forms import form_data, save
from tests.factories.city import CityFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.rights.roles_table import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter(client):
    """Somebody who may do everything with cities but publish them."""
    user = OfficerFactory(groups=[])
    rights = Permission.objects.filter(content_type__app_label="cities")
    user.user_permissions.set(rights.exclude(codename="publish_city"))
    user.user_permissions.add(*Permission.objects.filter(content_type__model="version"))
    client.force_login(user)
    return user


def change_url(city):
    return reverse("admin:cities_city_change", args=[city.pk])


def test_an_officer_may_publish_and_a_drafter_may_not(officer, drafter):
    city = CityFactory()

    assert may_publish(officer, City)
    assert may_publish(officer, city)
    assert not may_publish(drafter, City)
    assert not may_publish(drafter, city)


def test_a_draft_is_written_without_the_right_to_publish(client, drafter):
    city = CityFactory(published_at=None)

    answer = save(client, change_url(city), summary_0="All about it")

    assert answer.status_code == 302
    city.refresh_from_db()
    assert str(city.summary) == "All about it"
    assert city.published_at is None


@pytest.mark.parametrize("verb", ["_publish", "_schedule"])
@pytest.mark.parametrize("is_live", [True, False])
def test_the_verbs_are_refused_and_nothing_is_saved(client, drafter, verb, is_live):
    city = CityFactory(published_at=timezone.now() if is_live else None, summary="As it was")

    answer = save(client, change_url(city), button=verb, summary_0="Changed")

    assert answer.status_code == 403
    city.refresh_from_db()
    assert str(city.summary) == "As it was"
    assert bool(city.published_at) is is_live
    assert city.expires_at is None


def test_dates_that_a_drafter_sends_are_ignored(client, drafter):
    city = CityFactory(published_at=None)
    now = timezone.localtime()

    save(
        client,
        change_url(city),
        published_at_0=now.date().isoformat(),
        published_at_1="00:00:00",
        expires_at_0=(now.date() + timedelta(days=9)).isoformat(),
        expires_at_1="00:00:00",
    )

    city.refresh_from_db()
    assert (city.published_at, city.expires_at) == (None, None)


def test_a_new_row_of_a_drafter_is_a_draft(client, drafter):
    address = reverse("admin:cities_city_add")
    data = form_data(client.get(address)) | {
        "name_0": "Bonn",
        "summary_0": "On the Rhine",
        "country": "DE",
        "kind": "friendship",
        "latitude": "50.7",
        "longitude": "7.1",
        "time_zone": "Europe/Berlin",
        "published_at_0": "2020-01-01",
        "published_at_1": "00:00:00",
    }

    answer = client.post(address, data | {"_save": "on"})

    assert answer.status_code == 302, answer.context["errors"]
    assert City.objects.get().published_at is None
    assert client.post(address, data | {"_publish": "on"}).status_code == 403


@pytest.mark.parametrize("days", [-1, 1], ids=["live", "scheduled"])
def test_what_is_public_or_will_be_is_not_saved_or_deleted(client, drafter, days):
    city = CityFactory(published_at=timezone.now() + timedelta(days=days), summary="As it was")

    assert save(client, change_url(city), summary_0="Changed").status_code == 302
    take_down = reverse("admin:cities_city_take_down", args=[city.pk])
    assert client.post(take_down).status_code == 403
    delete = reverse("admin:cities_city_delete", args=[city.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403

    city.refresh_from_db()
    assert str(city.summary) == "As it was"


@pytest.mark.parametrize("action", ["publish_now", "take_down_now", "delete_selected"])
def test_actions_of_the_list_leave_public_rows_alone(client, drafter, action):
    live, draft = CityFactory(), CityFactory(published_at=None)
    keys = [live.pk, draft.pk]

    client.post(
        reverse("admin:cities_city_changelist"),
        {"action": action, "_selected_action": keys, "post": "yes"},
    )

    assert set(City.objects.published()) == {live}
    assert City.objects.drafts().get() == draft


def test_a_drafter_deletes_drafts(client, drafter):
    draft = CityFactory(published_at=None)

    client.post(reverse("admin:cities_city_delete", args=[draft.pk]), {"post": "yes"})

    assert not City.objects.exists()


@pytest.mark.parametrize("is_live", [True, False])
def test_a_drafter_takes_only_drafts_out_of_the_bin(client, drafter, officer, is_live):
    version = put_into_bin(CityFactory(published_at=timezone.now() if is_live else None), officer)

    client.post(reverse("admin:content_version_restore", args=[version.pk]))

    assert City.objects.exists() is not is_live
    assert Version.objects.in_bin().exists() is is_live


@pytest.mark.parametrize(("role", "is_offered"), [("Editor", False), ("Officer", True)])
def test_order_of_a_list_is_offered_to_those_who_publish(client, role, is_offered):
    client.force_login(person(role, None))
    PageFactory(position=7)

    page = client.get(reverse("admin:pages_page_changelist"))

    assert page.status_code == 200
    assert ('name="form-0-position"' in page.text) is is_offered
    assert "7" in page.text
