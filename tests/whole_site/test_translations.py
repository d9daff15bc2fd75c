"""The catalogues in locale/: complete, and fit to be filled in."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import templatize

CATALOGUES = sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po"))
ROOMS = ["cities", "content", "events", "links", "templates", "twinning_site", "volunteers"]
TEMPLATE = {".html", ".txt"}
# What counts as one message for gettext: its context and its (singular) words
Key = tuple[str | None, str]
KEYWORDS = {
    f"{name}{lazy}": numbers
    for name, numbers in {
        "_": None,
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazy in ("", "_lazy")
}
# Placeholders of both kinds and tags: what a translation has to repeat exactly
FIXED = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}|<[^>]+>")


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parts[-3])
def catalogue(request) -> Catalog:
    with request.param.open("rb") as file:
        return read_po(file, locale=request.param.parts[-3])


def test_every_message_is_translated(catalogue):
    missing = [message.id for message in messages(catalogue) if not all(texts(message.string))]

    assert missing == []


def test_no_translation_is_a_guess(catalogue):
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []


def test_translations_keep_placeholders_and_tags(catalogue):
    # Of plurals the last: “one day” may go without its number.
    wrong = [
        message.string
        for message in messages(catalogue)
        if fixed_parts(message.string) != fixed_parts(message.id)
    ]

    assert wrong == []


def test_catalogue_has_the_messages_of_the_source_and_no_others(catalogue):
    found = set(source_messages())
    held = {(message.context, texts(message.id)[0]) for message in messages(catalogue)}

    assert sorted(found - held, key=str) == [], "run make messages and translate them"
    assert sorted(held - found, key=str) == [], "run make messages"


def messages(catalogue: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in catalogue if message.id]


def texts(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def fixed_parts(words: str | tuple[str, ...] | list[str]) -> Counter[str]:
    return Counter(FIXED.findall(texts(words)[-1]))


def source_messages() -> Iterator[Key]:
    """What makemessages would collect from the apps and the templates."""
    for room in ROOMS:
        for path in (settings.BASE_DIR / room).rglob("*"):
            yield from messages_of(path)


def messages_of(path: Path) -> Iterator[Key]:
    if path.suffix == ".py":
        source = path.read_text()
    elif path.suffix in TEMPLATE:
        # Lines of a template have no depth that Python could make sense of.
        source = re.sub(r"(?m)^\s+", "", templatize(path.read_text()))
    else:
        return
    for _line, words, _comments, context in extract(
        "python", BytesIO(source.encode()), KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield context, texts(words)[0]
