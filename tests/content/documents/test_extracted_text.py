import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.documents.extracted_text import MAX_CHARACTERS, searchable
from content.documents.language_tags import main_language


@given(st.text(alphabet=st.characters() | st.sampled_from("\x02\u00ad\ufb01\ufffe\r\n\x0c é")))
def test_nothing_is_kept_that_a_page_or_a_database_cannot_hold(text):
    kept = searchable(text)

    assert not {unicodedata.category(character) for character in kept} & {"Cc", "Cs"}
    assert "\u00ad" not in kept
    assert kept == " ".join(kept.split())
    assert searchable(kept) == kept


@given(st.lists(st.text(st.characters(categories=["Ll"]), min_size=1), min_size=2))
def test_a_word_in_pieces_is_found_whole(pieces):
    conjunctions = {"und", "oder", "bzw", "and", "or", "et", "ou", "en", "of"}
    pieces = [piece for piece in pieces if piece not in conjunctions] or ["a"]
    whole = searchable("".join(pieces))

    assert searchable("\x02\r\n".join(pieces)) == whole


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bücher\u00adfreunde", "Bücherfreunde"),
        ("joiner\u2060word", "joinerword"),
        ("ﬁnden, ﬂiegen", "finden, fliegen"),
        ("Le\u0301on", "Léon"),
        ("one\x0ctwo\x0bthree\x85four", "one two three four"),
        ("half \ud83d a pair", "half a pair"),
        ("m², ½", "m², ½"),
        ("end\x02", "end-"),
    ],
)
def test_text_is_stored_as_people_type_it(text, kept):
    assert searchable(text) == kept


def test_text_is_cut():
    assert len(searchable("a " * MAX_CHARACTERS)) <= MAX_CHARACTERS


@given(st.text())
def test_any_tag_gives_a_short_code_or_nothing(tag):
    code = main_language(tag)

    assert not code or (len(code) in {2, 3} and code.isascii() and code.islower())
