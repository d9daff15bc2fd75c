"""Distances are told as they are measured in the council's country, in the reader's language."""

import pytest
from django.utils import translation

from content.text.distances import long_distance, short_distance
from tests.factories.council import CouncilFactory


@pytest.mark.parametrize(
    ("language", "in_miles", "short", "long"),
    [
        ("en", True, "5,400 mi", "5,400 miles (8,600 kilometres)"),
        ("en", False, "8,600 km", "8,600 kilometres"),
        ("de", True, "5.400 mi", "5.400 Meilen (8.600 Kilometer)"),
        ("fr", False, "8\u202f600\u202fkm", "8\u202f600\xa0kilomètres"),
    ],
)
def test_distance_in_the_units_of_the_country(language, in_miles, short, long):
    with translation.override(language):
        assert short_distance(8_632, in_miles=in_miles) == short
        assert long_distance(8_632, in_miles=in_miles) == long


@pytest.mark.parametrize(
    ("country", "expected"), [("GB", True), ("US", True), ("DE", False), ("IE", False)]
)
def test_the_country_of_the_council_says_which(country, expected):
    assert CouncilFactory.build(country=country).uses_miles is expected
