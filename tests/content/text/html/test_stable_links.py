"""Links by number in cleaned HTML."""

import pytest

from content.text.html.cleaning import clean_html
from content.text.html.stable_links import addresses_in, stable_link, with_addresses


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("/go/event/12/", ("event", 12, "")),
        ("/go/event/12/#dates", ("event", 12, "#dates")),
        ("/go/city/3/?a=1#b", ("city", 3, "?a=1#b")),
        ("/go/event/12", None),
        ("/go/event/0/", None),
        ("/go/event/012/", None),
        ("/go/event/12/pdf/", None),
        ("/go/Event/12/", None),
        (f"/go/event/{'9' * 19}/", None),
        ("https://example.org/go/event/12/", None),
        ("/go/event/１２/", None),
    ],
)
def test_only_one_spelling_is_a_link_by_number(address, parts):
    assert stable_link(address) == parts


def test_addresses_are_read_as_browsers_read_them():
    html = clean_html('<p><a href="/x/?a=1&amp;b=2">a</a> <a href="#p">b</a> <span>no</span></p>')

    assert list(addresses_in(html)) == ["/x/?a=1&b=2", "#p"]


def test_new_addresses_cannot_leave_their_attribute():
    html = clean_html('<p title="x"><a href="/a/" title="t">a</a></p>')

    changed = with_addresses(html, lambda *_: '/b/?q="><script>alert(1)</script>&c=1')

    assert "<script" not in changed
    assert clean_html(changed) == changed
    assert list(addresses_in(changed)) == ['/b/?q="><script>alert(1)</script>&c=1']


def test_link_without_address_leaves_its_words_and_what_is_marked_in_them():
    html = clean_html('<p>a <a href="/go/event/1/">b <em>c</em></a> <a href="/d/">d</a></p>')

    assert with_addresses(html, lambda address, _: None if "go" in address else address) == (
        '<p>a b <em>c</em> <a href="/d/" rel="noopener noreferrer">d</a></p>'
    )


def test_language_of_the_target_is_handed_over():
    html = clean_html('<a href="/go/city/1/" hreflang="de">a</a>')
    seen = []

    with_addresses(html, lambda *both: seen.append(both))

    assert seen == [("/go/city/1/", "de")]


@pytest.mark.parametrize("piece", ['<a href="/go/city/1/">a</a> ', '<a href="', "<a ", "</a>", "&"])
def test_a_long_text_takes_no_more_steps_for_each_link(piece):
    """Were each link looked for in the whole text, the runner would end this after two minutes."""
    html = clean_html(piece * 100_000)

    assert with_addresses(html, lambda address, _: address) == html
