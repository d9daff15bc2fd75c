"""The last word that is typed may be the beginning of one."""

import pytest
from django.urls import reverse

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.page import PageFactory

pytestmark = pytest.mark.usefixtures("council")

SEARCH = reverse("search:search")


def found(client, q, **more) -> list[str]:
    response = client.get(SEARCH, {"q": q, **more})
    if response.context["suggestion"]:
        return []  # What is shown has other words.
    return [result.entry.heading for result in response.context["results"]]


@pytest.mark.parametrize("query", ["stanza", "STANZ", "stan", "choir stanza", "choirs stanza"])
def test_beginning_of_the_last_word_is_enough(client, query):
    LinkGroupFactory(name="StanzaTwo", summary="A choir")
    assert found(client, query) == ["StanzaTwo"]


@pytest.mark.parametrize("query", ["fahr", "fahrra", "kinder fahrrad"])
def test_beginning_of_a_word_in_a_text_is_enough(client, query):
    PageFactory(title="About", body="<p>Kinder und Fahrradtouren</p>")
    assert found(client, query) == ["About"]


@pytest.mark.parametrize("query", ["stanza choir", "sta", "tanza", "anzatwo", "s"])
def test_other_words_short_ones_and_ends_have_to_be_whole(client, query):
    LinkGroupFactory(name="StanzaTwo", summary="A choir")
    assert found(client, query) == []


def test_whole_word_comes_before_a_beginning(client):
    CityFactory(name="Other", summary="The millennium and a millwheel, a miller, a millpond.")
    CityFactory(name="Elsewhere", summary="A mill.")
    CityFactory(name="Mill", summary="Nothing")
    assert found(client, "mill") == ["Mill", "Elsewhere", "Other"]


def test_name_that_begins_so_does_not_hide_what_has_the_word(client):
    for number in range(20):
        EventFactory(title=f"Bonner Sommer {number}", summary="Music")
    CityFactory(name="Bonn")
    assert found(client, "bonn")[0] == "Bonn"


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_beginning_does_not_lead_to_what_is_not_public(client, state):
    LinkGroupFactory(name="StanzaTwo", **{state: True})
    assert found(client, "stanza") == []


def test_beginning_is_marked(client):
    LinkGroupFactory(name="StanzaTwo")
    assert "<mark>StanzaTwo</mark>" in client.get(SEARCH, {"q": "stanza"}).text


@pytest.mark.parametrize("rows", [1, 3])
def test_beginning_costs_the_same_for_any_number_of_hits(client, rows, django_assert_num_queries):
    for _ in range(rows):
        LinkGroupFactory(name="StanzaTwo")
    LinkGroupFactory(name="StanzaTwo", draft=True)
    with django_assert_num_queries(8):
        assert found(client, "stanza") == ["StanzaTwo"] * rows
