"""The guard of all pages finds what it is there to find."""

import pytest
from django.http import HttpResponse

from tests.page_guard import check_page


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p style='color: red'>",
        "<style>p {}</style>",
        "<button onclick='go()'>",
        "<p>{{ city.name }}</p>",
        "<p>{% if city %}</p>",
    ],
)
def test_guard_refuses(html):
    with pytest.raises(AssertionError):
        check_page(HttpResponse(html))


@pytest.mark.parametrize(
    "html",
    [
        "<script src='/static/js/a.js'></script>",
        '<script type="application/ld+json">{"a": {"b": 1}}</script>',
        "<svg><path fill='#fff' stroke-width='2'/></svg>",
    ],
)
def test_guard_accepts(html):
    check_page(HttpResponse(html))


def test_guard_leaves_other_types_alone():
    check_page(HttpResponse("<script>alert(1)</script>", content_type="application/xml"))


def test_guard_lets_typed_braces_pass_where_a_test_says_so():
    check_page(HttpResponse("<p>{{ 7 }}</p>"), template_text_allowed=True)
