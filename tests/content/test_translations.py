"""Which translations are missing, and which are older than their original."""

import pytest

from cities.models import City
from content.models import OutdatedTranslation
from content.translations import with_outdated, without_translation
from content.versions.bin import put_into_bin
from tests.factories.city import CityFactory
from tests.factories.newsletter import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return CityFactory(name={"en": "Cologne", "de": "Köln"}, summary={"en": "Old", "de": "Alt"})


def change(row, name, **texts):
    setattr(row, name, {**getattr(row, name).data, **texts})
    row.save()
    row.refresh_from_db()


def outdated() -> set[tuple[str, str]]:
    return {*OutdatedTranslation.objects.values_list("field", "language")}


def test_other_words_in_the_original_make_its_translation_outdated(city):
    change(city, "summary", en="New")

    assert outdated() == {("summary", "de")}
    assert [*with_outdated(City.objects.all(), "de")] == [city]


def test_new_words_in_the_translation_end_it(city):
    change(city, "summary", en="New")
    change(city, "summary", de="Neu")

    assert not outdated()


def test_whoever_changes_both_at_once_has_translated(city):
    change(city, "summary", en="New", de="Neu")

    assert not outdated()


def test_the_original_that_was_translated_comes_back(city):
    change(city, "summary", en="New")
    change(city, "summary", en="Newer")
    change(city, "summary", en="Old")

    assert not outdated()


def test_a_translation_that_is_changed_alone_is_not_outdated(city):
    change(city, "summary", de="Anders")

    assert not outdated()


def test_layout_is_no_other_word():
    article = ArticleFactory(body={"en": "<p>One two</p>", "de": "<p>Eins zwei</p>"})

    change(article, "body", en="<p>One</p>\n<p><strong>two</strong></p>")
    assert not outdated()
    change(article, "body", en="<p>One three</p>")
    assert outdated() == {("body", "de")}


def test_what_is_not_translated_is_missing_and_not_outdated(city):
    change(city, "summary", de="")
    change(city, "summary", en="New")

    assert not outdated()
    assert [*without_translation(City.objects.all(), "de")] == [city]


@pytest.mark.parametrize(
    ("summary", "missing"),
    [
        ("Plain", {"de"}),
        ({"en": "Both", "de": "Beide"}, set()),
        ({"en": "One", "de": ""}, {"de"}),
        ({"de": "Eins"}, {"en"}),
        ({"en": 'says "de": "x"'}, {"de"}),
        ({"en": 'says "de": ""', "de": "sagt"}, set()),
    ],
)
def test_rows_without_a_translation_are_found(summary, missing):
    CityFactory(name={"en": "Cologne", "de": "Köln"}, summary=summary)

    cities = City.objects.all()
    assert {code for code in ("en", "de") if without_translation(cities, code)} == missing


def test_a_row_that_is_saved_without_its_texts_is_not_looked_at(city, monkeypatch):
    looked_at = []
    monkeypatch.setattr("content.receivers.note_changes", looked_at.append)

    city.save(update_fields=["since_year"])
    assert not looked_at
    city.save(update_fields=["summary"])
    assert looked_at == [city]


def test_a_row_comes_back_from_the_bin_as_outdated_as_it_was(city):
    change(city, "summary", en="New")

    put_into_bin(city, None)

    assert outdated() == {("summary", "de")}
