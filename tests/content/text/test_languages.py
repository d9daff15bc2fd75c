import pytest
from django.template import Context, Template
from django.utils import translation
from i18nfield.strings import LazyI18nString

from content.text.languages import in_reading_order, sentence
from tests.factories.page import PageFactory


def shown(value, language="en"):
    with translation.override(language):
        return Template("{% load languages %}{{ value|localized }}").render(
            Context({"value": value})
        )


def test_text_in_the_pages_language_stays_bare():
    assert shown(LazyI18nString({"en": "Bread", "de": "Brot"}), "de") == "Brot"
    assert shown("Bread") == "Bread"
    assert shown(None) == ""


def test_text_that_fell_back_says_its_language():
    assert shown(LazyI18nString({"en": "Bread"}), "de") == '<span lang="en" dir="ltr">Bread</span>'


def test_text_is_escaped_either_way():
    assert shown(LazyI18nString({"en": "<b>"})) == "&lt;b&gt;"
    assert "&lt;b&gt;" in shown(LazyI18nString({"en": "<b>"}), "de")


def test_texts_in_a_sentence_say_their_language_and_are_escaped():
    town = LazyI18nString({"en": "A & B"})

    with translation.override("de"):
        text = sentence("%(town)s liegt <weit> von %(home)s", {"town": town, "home": "<C>"})

    assert text == ('<span lang="en" dir="ltr">A &amp; B</span> liegt &lt;weit&gt; von &lt;C&gt;')


@pytest.mark.django_db
def test_parts_of_a_line_stand_in_the_direction_of_the_language():
    with translation.override("ar"):
        line = in_reading_order("the 1980s · 550 ميل", " · ")
    assert line == "\u2067\u2068the 1980s\u2069 · \u2068550 ميل\u2069\u2069"

    with translation.override("de"):
        assert in_reading_order("1986 · 550 km", " · ") == "1986 · 550 km"


def test_the_address_alone_chooses_the_language(client, council):
    page = PageFactory(title={"en": "Bread", "de": "Brot"}, slug="bread")
    german = {"headers": {"accept-language": "de"}}
    client.cookies["django_language"] = "de"

    english = client.get(page.get_absolute_url(), **german)
    prefixed = client.get("/de/bread/", headers={"accept-language": "en"})

    assert (english.headers["Content-Language"], prefixed.headers["Content-Language"]) == (
        "en",
        "de",
    )
    assert "<h1>Bread</h1>" in english.text
    assert "<h1>Brot</h1>" in prefixed.text
    assert "Accept-Language" not in english.headers.get("Vary", "")
