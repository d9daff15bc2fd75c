"""Short names of anything that somebody types."""

import re

from hypothesis import given
from hypothesis import strategies as st

from content.text.slugs import slug_of, slug_of_name

LANGUAGES = st.sampled_from(["", "en", "de", "el", "ja", "ru", "tr"])


@given(st.text(), LANGUAGES)
def test_the_slug_of_a_slug_is_the_same(text, language):
    slug = slug_of(text, language)

    assert slug_of(slug, language) == slug


@given(st.lists(st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True), min_size=1, max_size=9), st.data())
def test_plain_words_stand_between_hyphens(words, data):
    separators = st.sampled_from([" ", " – ", ", ", "/", "\xa0", "\n", " (", ") & "])
    text = "".join(word + data.draw(separators) for word in words)

    assert slug_of(text) == "-".join(words)


@given(st.dictionaries(st.sampled_from(["en", "de", "ja", "ru"]), st.text()))
def test_a_name_with_a_plain_letter_has_a_slug(name):
    slug = slug_of_name(name)

    assert re.fullmatch(r"[a-z0-9_-]*", slug)
    assert slug or not any(re.search("[A-Za-z0-9]", text) for text in name.values())


@given(st.text(), LANGUAGES)
def test_no_slug_begins_or_ends_with_a_hyphen(text, language):
    slug = slug_of(text, language)

    assert slug == slug.strip("-")
    assert "--" not in slug
