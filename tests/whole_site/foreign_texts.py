"""Finds texts of ours, and of Django, that are in another language than they should be."""

import gettext
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import django
from babel.messages.pofile import read_po
from django.conf import settings

from content.languages.checks import SOURCE_LANGUAGE
from content.languages.source_texts import SourceText, public_texts
from tests.whole_site.one_language import MARKER

# A text begins and ends anew here: what stands in a placeholder is not known.
BREAK = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>|\n")
# What tests/whole_site/one_language.py puts into the rows, and everything_said.py into forms
OFFICERS_OWN = re.compile(rf"{MARKER} [a-z]+ [\w-]+ \w+|q{{20,}}")
# Addresses of all kinds, references, names of files
NO_WORDS = re.compile(
    r"(?:https?|webcal)://\S+|\S+@\S+|\b[A-Z]{3}-[A-Z0-9]{4}-[A-Z0-9]{2}\b|\S+\.(?:ics|pdf|json|csv)\b"
)
# Of rows that tests make, of what they type, of marks, formats and networks
NAMES = {
    "quux", "somebody", "nowhere", "none", "qqqq", "by", "cc", "sa", "pdf", "rss", "atom", "ics",
    "csv", "json", "geojson",
}  # fmt: skip
# Shorter parts of sentences may be words of two languages.
MIN_WORDS = 3
DJANGO = Path(django.__file__).parent / "conf" / "locale"


def complete_languages() -> list[str]:
    folders = (settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po")
    return sorted({SOURCE_LANGUAGE, *(path.parts[-3] for path in folders)})


def foreign_in(texts: Iterable[str], language: str) -> set[str]:
    """Return those that are, or hold, a text of another language's catalogue."""
    whole, starts = _foreign(language)
    told = {text: OFFICERS_OWN.sub("", text).strip() for text in texts}
    return {text for text, rest in told.items() if rest.casefold() in whole or _holds(rest, starts)}


def latin_in(texts: Iterable[str]) -> set[str]:
    """Return Latin words that are no names, addresses or marks."""
    found = set()
    for text in texts:
        rest = NO_WORDS.sub(" ", OFFICERS_OWN.sub(" ", text))
        found |= set(re.findall(r"[A-Za-z]{2,}", rest))
    return {word for word in found if word.casefold() not in NAMES}


def _holds(text: str, starts: dict[tuple[str, ...], list[tuple[str, ...]]]) -> bool:
    words = _words(text)
    return any(
        words[number : number + len(part)] == part
        for number in range(len(words) - MIN_WORDS + 1)
        for part in starts.get(words[number : number + MIN_WORDS], ())
    )


@cache
def _foreign(language: str) -> tuple[set[str], dict[tuple[str, ...], list[tuple[str, ...]]]]:
    """Return whole texts, and parts of sentences by their first words."""
    own = set(_parts(_catalogue(language)))
    own_words = " ".join(" ".join(_words(part)) for part in own)
    foreign = set()
    for other in complete_languages():
        if other != language:
            foreign |= set(_parts(_catalogue(other)))
    whole, starts = foreign - own, {}
    for part in whole:
        words = _words(part)
        if len(words) >= MIN_WORDS and " ".join(words) not in own_words:
            starts.setdefault(words[:MIN_WORDS], []).append(words)
    return whole, starts


def _parts(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for part in BREAK.split(text):
            words = " ".join(part.split()).casefold()
            if re.search(r"[^\W\d_]{4}", words):
                yield words


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", text.casefold()))


@cache
def _catalogue(language: str) -> set[str]:
    return {*_ours(language), *_djangos(language)}


def _ours(language: str) -> Iterator[str]:
    """Yield what the public reads, in a language."""
    if language == SOURCE_LANGUAGE:
        file, is_source = settings.BASE_DIR / "locale/de/LC_MESSAGES/django.po", True
    else:
        file, is_source = settings.BASE_DIR / f"locale/{language}/LC_MESSAGES/django.po", False
    with file.open("rb") as opened:
        for message in read_po(opened):
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key and SourceText(message.context, key) in public_texts():
                words = message.id if is_source else message.string
                yield from [words] if isinstance(words, str) else words


def _djangos(language: str) -> Iterator[str]:
    source = language == SOURCE_LANGUAGE
    file = DJANGO / ("de" if source else language) / "LC_MESSAGES" / "django.mo"
    with file.open("rb") as opened:
        catalogue = gettext.GNUTranslations(opened)._catalog
    for key, words in catalogue.items():
        text = (key[0] if isinstance(key, tuple) else key) if source else words
        # Of a context only the words behind it are a text.
        yield text.split("\x04")[-1]
