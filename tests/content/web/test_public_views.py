"""Who may see what is not public, and what is kept out of caches."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from cities.models import City, WebLink
from content.web.page_navigation import jump_list
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.group import LinkGroupFactory

pytestmark = pytest.mark.usefixtures("council")


def officer(*codenames: str, is_staff: bool = True) -> User:
    user = User.objects.create_user("officer", is_staff=is_staff)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.mark.parametrize(
    ("state", "words"),
    [("draft", "This is a draft"), ("scheduled", "will see it from"), ("expired", "taken down on")],
)
def test_officer_sees_what_is_not_public_and_is_told_so(client, state, words):
    client.force_login(officer("change_city"))
    city = CityFactory(**{state: True})
    response = client.get(city.get_absolute_url())
    assert words in response.text
    assert "no-store" in response.headers["Cache-Control"]


def test_officer_is_led_to_the_form(client):
    client.force_login(officer("change_city"))
    city = CityFactory()
    form = reverse("admin:cities_city_change", args=[city.pk])
    response = client.get(city.get_absolute_url())
    assert f'href="{form}"' in response.text
    assert "Only officers see" not in response.text


@pytest.mark.parametrize(
    ("codename", "is_staff"),
    [("change_linkgroup", True), ("view_city", True), ("change_city", False)],
)
def test_others_who_are_signed_in_see_what_readers_see(client, codename, is_staff):
    client.force_login(officer(codename, is_staff=is_staff))
    assert client.get(CityFactory(draft=True).get_absolute_url()).status_code == 404
    response = client.get(CityFactory().get_absolute_url())
    assert "Edit this page" not in response.text
    assert "no-store" in response.headers["Cache-Control"]


def test_draft_shows_to_its_officer_only_on_its_own_page(client):
    client.force_login(officer("change_city", "change_linkgroup"))
    city = CityFactory(name="Secret", draft=True)
    group = LinkGroupFactory(cities=[city])
    assert "Secret" not in client.get(reverse("cities:city-list")).text
    assert "Secret" not in client.get(group.get_absolute_url()).text


def test_readers_get_pages_that_may_be_cached_and_no_cookie(client):
    response = client.get(CityFactory().get_absolute_url())
    assert response.headers["Cache-Control"].startswith("public")
    assert not response.cookies


def test_short_page_has_no_jump_list():
    parts = [("a", "A", True), ("b", "B", []), ("c", "C", "text")]
    assert jump_list(*parts) == []
    assert jump_list(*parts, ("d", "D", [1])) == [
        {"id": "a", "title": "A"},
        {"id": "c", "title": "C"},
        {"id": "d", "title": "D"},
    ]


def test_list_was_updated_when_the_latest_of_its_rows_was(client):
    CityFactory()
    City.objects.update(updated_at=datetime(2024, 2, 28, tzinfo=UTC))
    latest = CityFactory()
    City.objects.filter(pk=latest.pk).update(updated_at=datetime(2024, 2, 29, tzinfo=UTC))
    CityFactory(draft=True)
    html = client.get(reverse("cities:city-list")).text
    assert "Page last updated 29 February 2024" in html


@pytest.mark.django_db(transaction=True)
def test_row_that_requests_share_is_shown_from_its_moment_to_its_end(client):
    begin, end = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 2, tzinfo=UTC)
    city = CityFactory(published_at=begin, expires_at=end)
    second = timedelta(seconds=1)

    found = []
    for moment in (begin - second, begin, end - second, end):
        with time_machine.travel(moment, tick=False):
            found.append(client.get(city.get_absolute_url()).status_code)

    assert found == [404, 200, 200, 404]


@pytest.mark.django_db(transaction=True)
def test_later_requests_read_no_row_again_until_something_changes(
    client, django_assert_num_queries
):
    city, link = CityFactory(name="Bonn"), WebLinkFactory()
    client.get(city.get_absolute_url())

    # The version of the site, and the newsletters that are public now
    with django_assert_num_queries(2):
        client.get(city.get_absolute_url())
    WebLink.objects.filter(pk=link.pk).update(city=city, title="The town's own site")

    assert "The town&#x27;s own site" in client.get(city.get_absolute_url()).text
