"""Lists have the comma of the language, whichever locales have been read before."""

import pytest
from django.utils.translation import override

from content.text.lists import comma_separated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "one, two, three"),
        ("de", "one, two, three"),
        ("pl", "one, two, three"),
        ("ar", "one، two، three"),
        ("ur", "one، two، three"),
        ("ja", "one、two、three"),
    ],
)
def test_comma_is_that_of_the_language(language, text):
    with override(language):
        assert comma_separated(["one", "two", "three"]) == text
