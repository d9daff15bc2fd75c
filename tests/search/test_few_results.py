"""What is shown, and said, when few pages or none have all the words."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.page import PageFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("council")

SEARCH = reverse("search:search")
STATES = ["draft", "scheduled", "expired"]


def headings(client, q, name, **more) -> list[str]:
    return [result.entry.heading for result in client.get(SEARCH, {"q": q, **more}).context[name]]


@pytest.mark.parametrize(
    "query",
    ["mill bagpipes", "a mill and bagpipes", "mill windy bagpipes", "bagpipes, mill, windy, bread"],
)
def test_pages_with_most_of_the_words_are_shown_and_named_so(client, query):
    PageFactory(title="Old", body="<p>A windy mill that makes bread</p>")
    PageFactory(title="Other", body="<p>Windows</p>")
    assert headings(client, query, "results") == []
    assert headings(client, query, "most_words") == ["Old"]
    assert (
        "Not every word was found; these have most of them."
        in client.get(SEARCH, {"q": query}).text
    )


@pytest.mark.parametrize("state", STATES)
def test_what_is_not_public_is_in_no_list(client, state):
    CityFactory(name={"en": "Secret mill", "de": "Geheime Mühle"}, **{state: True})
    for query in ["secret", "secret bagpipes", "geheime", "secrte"]:
        for name in ["results", "most_words", "other_languages"]:
            assert headings(client, query, name) == []


def test_filters_hold_for_every_list(client):
    CityFactory(name={"en": "Vienna", "de": "Wien"}, summary="A city.")
    assert headings(client, "wien", "other_languages") == ["Wien"]
    assert headings(client, "wien", "other_languages", kind="group") == []
    assert headings(client, "vienna bagpipes", "most_words") == ["Vienna"]
    assert headings(client, "vienna bagpipes", "most_words", kind="group") == []


def test_city_is_shown_once_whatever_its_languages(client):
    CityFactory(name="Bonn")
    assert headings(client, "bonn", "results") == ["Bonn"]
    assert headings(client, "bonn", "other_languages") == []


def test_what_is_over_comes_last_in_other_languages_too(client):
    past = timezone.now() - timedelta(days=99)
    EventFactory(title={"en": "Fair", "de": "Basar"}, summary="Old.", starts_at=past)
    CityFactory(name={"en": "Vienna", "de": "Wien"}, summary={"en": "A", "de": "Ein Basar"})
    assert headings(client, "basar", "other_languages") == ["Wien", "Basar"]


def test_what_is_shown_already_takes_no_room_from_other_languages(client):
    CityFactory.create_batch(10, name={"en": "Basar", "de": "Basar"}, summary="A city.")
    CityFactory(name={"en": "Vienna", "de": "Wien"}, summary={"en": "A", "de": "Ein Basar"})
    assert headings(client, "basar", "other_languages") == ["Wien"]


@pytest.mark.parametrize("query", ["quux", "quux bagpipes", "!!!", "東"])
def test_nothing_is_never_without_a_next_step(client, query):
    html = client.get(SEARCH, {"q": query}).text
    assert "What you can do next" in html
    assert '<a href="/contact/">Ask the office.</a>' in html


@pytest.mark.parametrize("query", ["sport", "Sports", "spotr", "sport for me"])
def test_theme_leads_to_its_events(client, query):
    ThemeFactory(name="Sport", slug="sport")
    html = client.get(SEARCH, {"q": query}).text
    assert ('href="/events/?theme=sport"' in html) == (query not in {"Sports", "spotr"})


def test_number_of_results_is_a_status(client):
    CityFactory(name="Bonn")
    assert '<p role="status">1 thing found</p>' in " ".join(
        client.get(SEARCH, {"q": "bonn"}).text.split()
    ).replace("> 1", ">1").replace("found <", "found<")
