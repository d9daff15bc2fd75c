import pytest
from django.core.exceptions import ValidationError

from content.text.social_addresses import (
    MAX_ADDRESSES,
    social_addresses,
    validate_social_addresses,
)
from tests.factories.council import CouncilFactory


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.facebook.com/council", "Facebook"),
        ("https://de-de.facebook.com/council", "Facebook"),
        ("https://WWW.Instagram.com/council/", "Instagram"),
        ("https://x.com/council", "X"),
        ("https://social.bund.de/@council", "Mastodon"),
        ("https://bsky.app/profile/council.example.org", "Bluesky"),
        ("https://notfacebook.com/council", "notfacebook.com"),
        ("https://facebook.com.example.org/council", "facebook.com.example.org"),
        ("https://www.example.org/council", "example.org"),
    ],
)
def test_a_network_is_told_from_its_host(url, name):
    assert social_addresses(url) == [(url, name)]


def test_two_at_one_network_are_told_apart_by_their_accounts():
    text = "https://x.com/one\nhttps://example.org/\nhttps://twitter.com/two"

    names = [address.name for address in social_addresses(text)]

    assert names == ["X (one)", "example.org", "X (two)"]


@pytest.mark.parametrize(
    "line",
    [
        *("http://x.com/council", "javascript:alert(1)", "x.com/council", "ftp://x.com/"),
        *("https://me@x.com/council", "https://me:word@x.com/", "https://", "https://[::1/"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused_by_its_line(line):
    with pytest.raises(ValidationError) as refusal:
        validate_social_addresses(f"https://x.com/right\n{line}")

    assert refusal.value.messages == [
        f"“{line}” is no address like https://mastodon.social/@council."
    ]


def test_the_same_twice_and_too_many_are_refused():
    with pytest.raises(ValidationError, match="twice"):
        validate_social_addresses("https://x.com/council\nhttps://x.com/council")
    many = [f"https://example.org/{number}" for number in range(MAX_ADDRESSES + 1)]
    validate_social_addresses("\n".join(many[:MAX_ADDRESSES]))
    with pytest.raises(ValidationError, match=f"{MAX_ADDRESSES} addresses at most"):
        validate_social_addresses("\n".join(many))


@pytest.mark.django_db
def test_readers_find_them_at_the_foot_and_search_engines_as_the_same(client):
    CouncilFactory(social_addresses="https://x.com/council\nhttps://example.org/a?b&c")

    text = client.get("/").content.decode()

    assert '<a href="https://x.com/council" rel="me">X</a>' in text
    assert '<a href="https://example.org/a?b&amp;c" rel="me">example.org</a>' in text
    assert '"sameAs": ["https://x.com/council", "https://example.org/a?b\\u0026c"]' in text


@pytest.mark.django_db
def test_empty_lines_and_spaces_are_left_out():
    council = CouncilFactory(social_addresses="\n  https://x.com/council \r\n\r\n")
    council.full_clean()

    assert council.social_addresses == "https://x.com/council"
