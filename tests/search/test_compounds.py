"""In German, Dutch, Danish and Swedish words are written as one."""

import pytest

from tests.factories.page import PageFactory
from twinning_site.search.words import compounds

pytestmark = pytest.mark.usefixtures("council")


def found(client, q, path="/de/search/") -> list[str]:
    response = client.get(path, {"q": q})
    return [result.entry.heading for result in response.context["results"]]


@pytest.mark.parametrize("query", ["Chor", "Stifte", "Meisterin", "Kammerchor"])
def test_part_of_a_compound_is_enough(client, query):
    text = "Der Kammerchor singt. Die Buntstifte zeichnen die Bürgermeisterin."
    PageFactory(title="Über uns", body=f"<p>{text}</p>")
    assert found(client, query) == ["Über uns"]


@pytest.mark.parametrize(
    "query", ["Chorkonzert", "Französischkurs", "Konzertabende", "Staedtereise"]
)
def test_compound_leads_to_what_has_its_parts(client, query):
    text = "Chor und Konzert; ein französischer Abend; Reise durch Städte."
    PageFactory(title="Über uns", body=f"<p>{text}</p>")
    assert found(client, query) == ["Über uns"]


@pytest.mark.parametrize("query", ["Xylofon", "Ort", "xyzchor" * 20])
def test_other_words_are_not_taken_apart(client, query):
    PageFactory(title="Über uns", body="<p>Der Chor und der Sportverein</p>")
    assert found(client, query) == []


def test_whole_words_come_before_compounds(client):
    PageFactory(title="Der Kammerchor")
    PageFactory(title="Chor am Abend")
    assert found(client, "Chor") == ["Chor am Abend", "Der Kammerchor"]


def test_languages_that_part_their_words_are_left_alone(client):
    PageFactory(title="Husband")
    assert found(client, "band", "/search/") == []


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_what_is_not_public_is_not_found_by_parts(client, state):
    PageFactory(title="Kammerchor", **{state: True})
    assert found(client, "chor") == found(client, "chorkonzert") == []


def test_words_of_any_length_cost_the_same(client, monkeypatch):
    asked = []
    monkeypatch.setattr(compounds, "_parts", lambda term, known: asked.append(term) or [])
    found(client, "z" * 200)
    found(client, "z" * 30)
    assert asked == ["z" * 30]
