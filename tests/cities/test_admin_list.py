"""How officers find things, shown with cities; other lists share its base."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cities.models import City
from tests.factories.city import CityFactory
from tests.factories.picture import PictureFactory

LIST = "/admin/cities/city/"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_any_number(officer_client, django_assert_num_queries, rows):
    for _ in range(rows):
        CityFactory(picture=PictureFactory())

    # What kinds of rows there are is asked once a process.
    officer_client.get(LIST)

    with django_assert_num_queries(10):
        response = officer_client.get(LIST)

    assert response.content.decode().count('class="thumbnail"') == rows


@pytest.mark.parametrize("words", ["León", "leon", "LEÓN", "nica leon", "Löwe"])
def test_searching_minds_neither_accents_nor_language(officer_client, words):
    CityFactory(name={"en": "León", "de": "Löwenstadt"}, summary={"en": "In Nicaragua."})
    CityFactory(name="Bonn")

    found = officer_client.get(LIST, {"q": words}).context["cl"].result_list

    assert [str(city.name) for city in found] == ["León"]


@pytest.mark.parametrize("words", ["en", '{"', "nobody", "\0"])
def test_searching_does_not_see_how_texts_are_stored(officer_client, words):
    CityFactory(name={"en": "Bar"}, slug="x", summary={"en": "a"})

    assert not officer_client.get(LIST, {"q": words}).context["cl"].result_count or words == "\0"


@pytest.mark.parametrize("state", ["draft", "scheduled", "live", "expired"])
def test_the_list_is_filtered_by_state(officer_client, state):
    CityFactory(draft=True)
    CityFactory(scheduled=True)
    CityFactory()
    CityFactory(expired=True)

    found = officer_client.get(LIST, {"state": state}).context["cl"].result_list

    assert [city.publishing_state for city in found] == [state]


def test_the_list_is_filtered_by_what_to_look_at_again(officer_client):
    due = CityFactory(review_on=timezone.localdate())
    CityFactory(review_on=timezone.localdate() + timedelta(days=1))

    found = officer_client.get(LIST, {"review": "due"}).context["cl"].result_list

    assert list(found) == [due]


def test_several_are_published_and_taken_down_at_once(officer_client):
    draft, live = CityFactory(draft=True), CityFactory()
    keys = [draft.pk, live.pk]

    officer_client.post(LIST, {"action": "publish_now", "_selected_action": keys})
    assert City.objects.published().count() == 2

    data = {"action": "take_down_now", "_selected_action": keys}
    asked = officer_client.post(LIST, data).text
    assert draft.get_absolute_url() in asked
    assert live.get_absolute_url() in asked
    assert City.objects.published().count() == 2

    officer_client.post(LIST, data | {"post": "yes"})
    assert City.objects.published().count() == 0


def test_one_that_was_taken_down_in_the_list_is_put_back_by_undo(officer_client):
    live = CityFactory()
    data = {"action": "take_down_now", "_selected_action": [live.pk], "post": "yes"}

    said = officer_client.post(LIST, data, follow=True).text
    token = said.partition('name="token" value="')[2].partition('"')[0]
    officer_client.post(reverse("admin:cities_city_undo", args=[live.pk]), {"token": token})

    assert City.objects.published().get() == live
