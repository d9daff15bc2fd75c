"""The catalogues in locale/: complete, and fit to be filled in."""

import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings

from content.languages.checks import missing_texts
from content.languages.source_texts import SourceText, source_files, texts_in

CATALOGUES = sorted((settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po"))
FRENCH_TEXTS = [
    settings.BASE_DIR / "docs" / "officers.fr.md",
    *settings.BASE_DIR.glob("twinning_site/demo/councils/**/*.fr.toml"),
]
# Tags, addresses and characters of HTML by name
NO_TEXT = re.compile(r"<[^>]*>|https?:\S+|&\w+;")
# What French keeps from the word before it with a no-break space, the narrow one for the first
# three (Lexique des règles typographiques en usage à l’Imprimerie nationale)
BREAKS_IN_FRENCH = re.compile(
    r" [;!?:»](?![\w=])|« |[^\s\d(\u202f\u00a0]:(?= )|[^\s\u202f][;!?](?=\s|$)"
)
SPACED_IN_FRENCH = re.compile(r".* [;!?:»](?!\w).*|.*« .*")
# Placeholders of both kinds and tags: what a translation has to repeat exactly
FIXED = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}|<[^>]+>")


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parts[-3])
def catalogue(request) -> Catalog:
    with request.param.open("rb") as file:
        return read_po(file, locale=request.param.parts[-3])


@pytest.fixture(scope="module")
def source() -> set[SourceText]:
    return set(texts_in(source_files()))


def test_every_message_is_translated_and_none_a_guess(catalogue):
    code = str(catalogue.locale)

    assert missing_texts(code, locale_file(code)) == set()


def test_translations_keep_placeholders_and_tags(catalogue):
    # Of plurals the last: “one day” may go without its number.
    wrong = [
        message.string
        for message in messages(catalogue)
        if is_in_use(message) and fixed_parts(message.string) != fixed_parts(message.id)
    ]

    assert wrong == []


def test_catalogue_has_the_messages_of_the_source_and_no_others(catalogue, source):
    held = {SourceText(message.context, texts(message.id)[0]) for message in messages(catalogue)}

    assert sorted(source - held, key=str) == [], "run make messages and translate them"
    assert sorted(held - source, key=str) == [], "run make messages"


def test_french_keeps_double_signs_with_their_words():
    with locale_file("fr").open("rb") as file:
        lines = [words for message in messages(read_po(file)) for words in texts(message.string)]

    assert [words for words in lines if BREAKS_IN_FRENCH.search(NO_TEXT.sub("", words))] == []


def test_french_texts_of_ours_do_so_as_well():
    found = {path.name: SPACED_IN_FRENCH.findall(path.read_text()) for path in FRENCH_TEXTS}

    assert not {name: lines for name, lines in found.items() if lines}


def locale_file(code: str) -> Path:
    return settings.BASE_DIR / "locale" / code / "LC_MESSAGES" / "django.po"


def messages(catalogue: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in catalogue if message.id]


def is_in_use(message: Message) -> bool:
    """Guesses are not compiled, nor are texts of an admin that is not translated."""
    return not message.fuzzy and all(texts(message.string))


def texts(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def fixed_parts(words: str | tuple[str, ...] | list[str]) -> Counter[str]:
    return Counter(FIXED.findall(texts(words)[-1]))
