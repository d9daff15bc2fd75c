import pytest

from content.text.arrangement import Placed, arranged, placed_of, text_of

KNOWN = ["cities", "groups", "events", "about"]


def names(text, known=KNOWN):
    return [one.line for one in arranged(placed_of(text), known)]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("", ["cities", "groups", "events", "about"]),
        ("events\ncities", ["events", "cities", "groups", "about"]),
        ("-groups", ["cities", "-groups", "events", "about"]),
        ("events\n groups \n\ncities\nabout", ["events", "groups", "cities", "about"]),
        ("unknown\nabout\ncities", ["about", "cities", "groups", "events"]),
        ("cities/events\ncities", ["cities", "cities/events", "groups", "about"]),
    ],
)
def test_order_has_each_known_name_once(text, order):
    assert names(text) == order


def test_what_is_new_stands_behind_what_it_follows_by_default():
    assert names("about\nevents\ngroups\ncities", [*KNOWN[:2], "news", *KNOWN[2:]]) == [
        "about", "events", "groups", "news", "cities",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a/b\nb/a", "a/b\nb/c\nc", "gone/a\nb\nc"])
def test_nothing_is_lost_below_what_is_no_main_entry(text):
    assert {one.name for one in arranged(placed_of(text), ["a", "b", "c"])} == {"a", "b", "c"}


def test_order_by_default_is_no_text():
    assert text_of(placed_of("cities\ngroups\nevents\nabout"), KNOWN) == ""
    assert text_of([Placed("about"), Placed("cities")], KNOWN).splitlines() == [
        "about", "cities", "groups", "events",
    ]  # fmt: skip
