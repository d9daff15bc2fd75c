"""Words of other scripts and spellings are found as people there type them."""

import pytest
from django.urls import reverse

from tests.factories.page import PageFactory

pytestmark = pytest.mark.usefixtures("council")


def found(client, q) -> list[str]:
    response = client.get(reverse("search:search"), {"q": q})
    return [result.entry.heading for result in response.context["results"]]


@pytest.mark.parametrize("query", ["東京", "京", "京都", "都庁", "東京都庁"])
def test_any_characters_of_a_row_are_found(client, query):
    PageFactory(title="Visit", body="<p>東京都庁を訪ねました。</p>")
    PageFactory(title="Other", body="<p>東と都</p>")
    assert found(client, query) == ["Visit"]


@pytest.mark.parametrize("query", ["大阪", "京東", "東都"])
def test_characters_that_do_not_follow_each_other_are_not_found(client, query):
    PageFactory(title="Visit", body="<p>東京都庁を訪ねました。</p>")
    assert found(client, query) == []


def test_characters_are_marked_within_their_row(client):
    PageFactory(title="Visit", body="<p>私は東京都庁を訪ねました。</p>")
    html = client.get(reverse("search:search"), {"q": "東京都"}).text
    assert "私は<mark>東京都</mark>庁を訪ねました" in html


def test_characters_far_on_in_a_row_without_end_are_marked(client):
    PageFactory(title="Visit", body=f"<p>{'私は' * 100}東京{'庁を' * 300}</p>")
    html = client.get(reverse("search:search"), {"q": "東京"}).text
    assert "<mark>東京</mark>" in html


@pytest.mark.parametrize("query", ["مدينة", "المدينة", "بالمدينة", "مدينه"])
@pytest.mark.parametrize("text", ["المدينة القديمة", "مدينة قديمة", "والمدينة"])
def test_arabic_is_found_with_and_without_article_and_prefixes(client, query, text):
    PageFactory(title="Visit", body=f"<p>{text}</p>")
    assert found(client, query) == ["Visit"]


def test_arabic_is_marked_with_its_article(client):
    PageFactory(title="Visit", body="<p>هذه المدينة قديمة</p>")
    html = client.get(reverse("search:search"), {"q": "مدينة"}).text
    assert "<mark>المدينة</mark>" in html


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Muenchen", "München"), ("Koeln", "Köln"), ("Moelln Luebeck", "Mölln und Lübeck"),
        ("Aarhus", "Århus"), ("Strasse", "Straße"), ("Straße", "Strasse"), ("oeuvre", "œuvre"),
        ("Wroclaw", "Wrocław"), ("Tromso", "Tromsø"), ("Lodz", "Łódź"),
    ],
)  # fmt: skip
def test_letters_that_a_keyboard_lacks_may_be_spelt_out(client, query, text):
    PageFactory(title="Visit", body=f"<p>To {text}</p>")
    assert found(client, query) == ["Visit"]
