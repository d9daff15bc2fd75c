"""Sizes of files, as each language writes them."""

import pytest
from django.utils.translation import override

from content.text.file_sizes import file_size


@pytest.mark.parametrize(
    ("language", "size", "text"),
    [
        ("en", 0, "0 bytes"),
        ("en", 1023, "1,023 bytes"),
        ("en", 1024, "1 kB"),
        ("en", 151_142, "147.6 kB"),
        ("en", 25 * 1024**2, "25 MB"),
        ("fr", 151_142, "147,6\u202fko"),
        ("ar", 22_241, "21.7 كيلوبايت"),
        ("en", 5 * 1024**4, "5,120 GB"),
    ],
)
def test_size_is_written_as_in_cldr(language, size, text):
    with override(language):
        assert file_size(size) == text
