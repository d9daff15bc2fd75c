"""Days for which officers need not give a time."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from cities.models import City
from tests.admin_forms import errors_of, form_data, save
from tests.factories.city import CityFactory
from twinning_site.pages.models import Notice

NOTICE = "/admin/pages/notice/add/"


@pytest.fixture
def change():
    return reverse("admin:cities_city_change", args=[CityFactory(draft=True).pk])


def clock(moment) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def test_a_city_is_published_and_taken_down_as_a_day_begins(officer_client, change):
    save(
        officer_client,
        change,
        published_at_0="03/12/2030",
        published_at_1="",
        expires_at_0="24/12/2030",
        expires_at_1="",
    )

    city = City.objects.get()
    assert clock(city.published_at) == "2030-12-03 00:00"
    assert clock(city.expires_at) == "2030-12-24 00:00"


def test_a_notice_is_shown_from_the_beginning_of_a_day_to_the_end_of_one(officer_client):
    save(
        officer_client,
        NOTICE,
        text_0="Closed.",
        starts_at_0="24/12/2030",
        starts_at_1="",
        ends_at_0="24/12/2030",
        ends_at_1="",
    )

    notice = Notice.objects.get()
    assert clock(notice.starts_at) == "2030-12-24 00:00"
    assert clock(notice.ends_at) == "2030-12-24 23:59"


def test_the_form_says_which_time_it_takes(officer_client, change):
    assert "Without a time it is 00:00" in officer_client.get(change).content.decode()
    assert "Without a time it is 23:59" in officer_client.get(NOTICE).content.decode()


def test_a_time_without_a_day_is_refused(officer_client, change):
    response = save(officer_client, change, published_at_0="", published_at_1="09:00")

    assert list(errors_of(response)) == ["published_at"]


def test_a_notice_needs_an_end(officer_client):
    response = save(officer_client, NOTICE, text_0="Closed.", ends_at_0="", ends_at_1="")

    assert errors_of(response) == {"ends_at": ["This field is required."]}


def test_saving_keeps_the_time_of_day(officer_client):
    city = CityFactory()
    before = clock(city.published_at)
    address = reverse("admin:cities_city_change", args=[city.pk])

    shown = form_data(officer_client.get(address))["published_at_1"]
    save(officer_client, address)

    city.refresh_from_db()
    assert shown != [""]
    assert clock(city.published_at) == before


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_day_is_written_with_dots_in_every_language(officer_client, change, language):
    officer_client.cookies["django_language"] = language
    with translation.override(language):
        save(
            officer_client,
            change,
            published_at_0="3.12.2030",
            published_at_1="",
            review_on="4.12.2030",
        )

    city = City.objects.get()
    assert clock(city.published_at) == "2030-12-03 00:00"
    assert f"{city.review_on}" == "2030-12-04"
