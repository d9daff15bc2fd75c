import pytest

from content.search.indexed_text import indexed_text, indexed_words


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("東京", "東京 京"),
        ("東京都の友", "東京 京都 都の の友 友"),
        ("Bonn東京2015", "bonn 東京 京 2015"),
        ("서울시", "서울 울시 시"),
    ],
)
def test_cjk_is_indexed_by_pairs_so_that_each_character_begins_a_word(text, indexed):
    assert indexed_text(text).split() == indexed.split()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("東京", ["東京"]),
        ("京", ["京"]),
        ("東京都", ["東京", "京都"]),
        ("Bonn 東京", ["bonn", "東京"]),
    ],
)
def test_cjk_is_asked_for_by_pairs(query, words):
    assert list(indexed_words(query)) == words


@pytest.mark.parametrize(
    "written", ["المدينة", "والمدينة", "بالمدينة", "للمدينة", "مدينة", "مدينه", "مَدينة"]
)
def test_arabic_words_lose_article_and_prefixes(written):
    assert list(indexed_words(written)) == ["مدينه"]


@pytest.mark.parametrize("word", ["ولد", "الله", "لله", "وطن"])
def test_short_arabic_words_stay_whole(word):
    assert len(next(indexed_words(word))) >= 3


@pytest.mark.parametrize("text", ["Bonn", "Пермь und León", "naïve_word"])
def test_words_of_other_scripts_are_indexed_as_they_are_asked_for(text):
    assert list(indexed_words(text)) == list(indexed_words(indexed_text(text)))
