"""The room that a name takes, in every script."""

import pytest

from cities.atlas.labels.text_width import text_width


@pytest.mark.parametrize(
    "text", ["Leiden", "京都", "رام الله", "Ελλάδα", "Đà Nẵng", "नई दिल्ली", "🎻"]
)
def test_every_script_has_a_width(text):
    assert len(text) * 2 < text_width(text, 18, "name") < len(text) * 22


def test_width_grows_with_words_and_size():
    assert text_width("Novi Sad", 18, "name") > text_width("Novi", 18, "name")
    assert text_width("Novi", 36, "name") == pytest.approx(2 * text_width("Novi", 18, "name"))


def test_nothing_has_no_width():
    assert text_width("", 18, "detail") == 0
