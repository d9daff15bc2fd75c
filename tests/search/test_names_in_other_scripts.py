"""Names in other scripts are found by the letters of any keyboard."""

import pytest
from django.urls import reverse

from tests.factories.city import CityFactory
from tests.factories.page import PageFactory

pytestmark = pytest.mark.usefixtures("council")


def found(client, q) -> list[str]:
    response = client.get(reverse("search:search"), {"q": q})
    if response.context["suggestion"]:
        return []  # What is shown has other words.
    return [result.entry.heading for result in response.context["results"]]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Владимир", "vladimir"), ("Владимир", "Vladim"), ("Владимир", "владимир"),
        ("Ярославль", "Yaroslavl"), ("Ярославль", "aroslavl"), ("Харків", "Kharkiv"),
        ("Нижний Новгород", "nizhniy novgorod"), ("Θεσσαλονίκη", "Thessaloniki"),
        ("თბილისი", "Tbilisi"), ("서울", "Seoul"), ("दिल्ली", "dilli"), ("北京", "Beijing"),
    ],
)  # fmt: skip
def test_name_is_found_by_latin_letters(client, name, query):
    CityFactory(name=name, summary="A city.")
    assert found(client, query) == [name]


def test_words_of_texts_are_found_and_marked_too(client):
    PageFactory(title="Visit", body="<p>Мы были во Владимире.</p>")
    assert found(client, "vladimire") == ["Visit"]
    html = client.get(reverse("search:search"), {"q": "vladimire"}).text
    assert "во <mark>Владимире</mark>." in html


@pytest.mark.parametrize("query", ["hiroshima", "Hiroshima", "広島", "広"])
def test_name_of_another_language_finds_what_chinese_characters_do_not_tell(client, query):
    # The site has no Japanese.
    CityFactory(name={"ja": "広島", "fr": "Hiroshima"}, summary="A city.")
    assert len(found(client, query)) == 1


def test_names_in_the_same_script_stay_with_their_languages(client):
    CityFactory(name={"en": "Vienna", "de": "Wien"}, summary="A city.")
    assert found(client, "wien") == []


def test_long_rows_of_characters_are_not_read(client):
    PageFactory(title="Visit", body="<p>私は東京都庁を訪ねました。</p>")
    assert found(client, "dongjing") == []
