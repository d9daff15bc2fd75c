import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.search.query_terms import terms
from content.search.snippets import plain_text, snippet
from content.text.transliteration import unaccented


@pytest.mark.parametrize(
    ("text", "without"),
    [("León", "leon"), ("Straße", "strasse"), ("ΑΘΗΝΑ", "αθηνα"), ("Пермь", "пермь")],
)
def test_folded_text_has_no_accents_and_case(text, without):
    assert unaccented(text) == without


def test_terms_are_words_and_nothing_else():
    assert terms(' "Bonn" -week (AND) a:b*') == ["bonn", "week", "and", "a", "b"]
    assert len(terms("word " * 50)) == 10


def test_plain_text_keeps_words_of_neighbouring_blocks_apart():
    html = "<h2>One</h2><p>two<br>three</p><ul><li>four</li><li>fi<em>ve</em> &amp; six</li></ul>"
    assert plain_text(html) == "One two three four five & six"


def test_snippet_marks_every_form_of_the_word():
    assert snippet("Volunteers volunteered.", ["volunteer"]) == (
        "<mark>Volunteers</mark> <mark>volunteered</mark>."
    )
    assert snippet("A car, a carpet", ["car"]) == "A <mark>car</mark>, a carpet"


def test_snippet_is_cut_between_words_round_the_first_hit():
    text = "before " * 50 + "here " + "after " * 50
    cut = snippet(text, ["here"])
    assert cut.startswith("… before ")
    assert cut.endswith("after …")
    assert "<mark>here</mark>" in cut
    assert len(cut) < 300


@given(st.text(max_size=600), st.lists(st.text(min_size=1, max_size=5), max_size=3))
def test_snippet_shows_the_text_and_nothing_else(text, wanted):
    shown = snippet(text, wanted).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in shown
    assert ">" not in shown
