import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.html.cleaning import clean_html
from content.text.invisible_characters import without_invisible

FLAG_OF_SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
UNSEEN = "\x00\x02\x07\x1b\x7f\x9b\xad\u034f\u200b\u202e\u2060\u2066\ufeff\ufffe\ud800"
UNSEEN += "\u115f\u1160\u17b4\u180b\u2065\ufff0\U0001bca0\U0001fffe\U0010ffff"


@pytest.mark.parametrize("character", UNSEEN)
def test_what_nobody_sees_is_dropped(character):
    assert without_invisible(f"{character}joiner{character}word{character}") == "joinerword"


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian: "I want", with a non-joiner
        "ه\u200d.ق",  # Persian: the abbreviation of a year of the Hijra
        "क्\u200dष",  # Hindi: a half letter
        "ശ്രീ\u200c",  # Malayalam
        "ක්\u200dරි",  # Sinhala
        "👩\u200d⚕\ufe0f 🏳\ufe0f\u200d🌈 👨🏽\u200d👩\u200d👧",
        "1\ufe0f\u20e3 ❤\ufe0f",
        FLAG_OF_SCOTLAND,
        "ᄀ\u1160",  # Korean: a consonant alone
        "ᠮ\u180bᠣ",  # Mongolian: a letter in another shape
        "葛\U000e0100城市",  # Japanese: the city of Katsuragi, in its own shape
        "‏שלום‏ (Oxford)",
        "a\tb\nc\xa0d",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text):
    assert without_invisible(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Bonn\u200d", "Bonn"),
        ("Bo\u200cnn", "Bonn"),
        ("👩\u200dBonn", "👩Bonn"),
        ("Bonn\ufe0f", "Bonn"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f"),
        ("\u200e+44 20 7946 0958\u200f", "+44 20 7946 0958"),
        ("Bonn\U000e0041\U000e0042", "Bonn"),
    ],
)
def test_joiners_selectors_and_marks_elsewhere_are_dropped(text, seen):
    assert without_invisible(text) == seen


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_ends_of_lines_keep_words_apart(end):
    assert without_invisible(f"one{end}two") == "one\ntwo"
    assert without_invisible(f"one{end}two", line_end=" ") == "one two"


ODD = st.sampled_from(
    [
        *UNSEEN,
        *"\u200c\u200d\u200e\u200f\ufe0f\x0b\u180e\U000e0100a1 \nم葛क❤👩🏽ᠠ",
        FLAG_OF_SCOTLAND,
    ]
)
TEXTS = st.text() | st.lists(ODD, max_size=12).map("".join)


@given(TEXTS)
def test_twice_is_the_same_as_once(text):
    once = without_invisible(text)

    assert without_invisible(once) == once


@given(TEXTS)
def test_no_control_character_is_left(text):
    kinds = {unicodedata.category(one) for one in without_invisible(text) if one not in "\n\t"}

    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(TEXTS)
def test_words_stay_apart(text):
    words = [without_invisible(word) for word in text.split(" ")]

    assert without_invisible(text).split() == " ".join(words).split()


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "part", ["\u200d", "❤\ufe0f\u200d", "م\u200c", "\U0001f3f4\U000e0067", "\r"]
)
def test_a_hostile_text_takes_no_long_time(part):
    without_invisible(part * (1_000_000 // len(part)))


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>Bücher&shy;freunde</p>", "<p>Bücherfreunde</p>"),
        ("<p>joiner&#8288;word&#x200B;s</p>", "<p>joinerwords</p>"),
        ("<p>a&#7;b\u2060c</p>", "<p>abc</p>"),
        ("<p>می&zwnj;خواهم</p>", "<p>می\u200cخواهم</p>"),
    ],
)
def test_entities_in_rich_text_hide_nothing(html, clean):
    assert clean_html(html) == clean
