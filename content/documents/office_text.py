"""The words and the languages of Word and OpenDocument texts.

Processes without Django import this.
"""

import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from content.documents.extracted_text import MAX_CHARACTERS, searchable
from content.documents.office_xml import parse_part

# The attribute of `w:lang` that says the language of a script (ECMA-376, part 1, 17.3.2.20)
SCRIPTS = (
    ("bidi", "\u0590", "\u08ff"),
    ("eastAsia", "\u1100", "\u11ff"),
    ("eastAsia", "\u2e80", "\ufaff"),
)
FALSE = {"0", "false", "off"}


@dataclass(frozen=True)
class Body:
    """`languages` counts the characters by script and language; an empty one is the default's."""

    text: str
    languages: Counter[tuple[str, str]]


class _WordText:
    """Collects what readers see: no deleted, moved or hidden words, nothing twice."""

    LEFT_OUT = {"Fallback", "moveFrom", "del", "instrText", "delText"}
    SPACES = {"p", "tab", "br", "cr", "tc"}

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.languages: Counter[tuple[str, str]] = Counter()
        self.left_out = self.length = 0
        self.in_run = self.in_text = self.is_hidden = False
        self.run_languages: Mapping[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self.LEFT_OUT:
            self.left_out += 1
        elif name == "r":
            self.in_run, self.is_hidden, self.run_languages = True, False, {}
        elif name == "lang" and self.in_run:
            self.run_languages = attributes
        elif name == "vanish" and self.in_run:
            self.is_hidden = attributes.get("val", "") not in FALSE
        elif name == "noBreakHyphen":
            self.texts.append("-")
        self.in_text = name == "t"

    def data(self, text: str) -> None:
        if not self.in_text or self.left_out or self.is_hidden:
            return
        if self.length < 2 * MAX_CHARACTERS:
            self.texts.append(text)
        self.length += len(text)
        script = _script(text)
        self.languages[script, self.run_languages.get(script, "")] += len(text)

    def end(self, name: str) -> None:
        self.in_text = False
        if name in self.LEFT_OUT:
            self.left_out -= 1
        elif name == "r":
            self.in_run = False
        elif name in self.SPACES:
            self.texts.append(" ")


class _OpenDocumentText:
    """Collects what readers see: no deleted words and no remarks."""

    LEFT_OUT = {
        "annotation", "automatic-styles", "desc", "font-face-decls", "forms", "scripts",
        "tracked-changes",
    }  # fmt: skip
    SPACES = {"p", "h", "s", "tab", "line-break"}

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.left_out = self.length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self.LEFT_OUT:
            self.left_out += 1

    def data(self, text: str) -> None:
        if not self.left_out and self.length < 2 * MAX_CHARACTERS:
            self.texts.append(text)
            self.length += len(text)

    def end(self, name: str) -> None:
        if name in self.LEFT_OUT:
            self.left_out -= 1
        elif name in self.SPACES:
            self.texts.append(" ")


def read_word(archive: zipfile.ZipFile, part: str) -> Body:
    """Return the words of a Word file's main part.

    Raises:
        As `parse_part` does.
    """
    listener = _WordText()
    parse_part(archive, part, listener)
    return Body(searchable("".join(listener.texts)), listener.languages)


def read_open_document(archive: zipfile.ZipFile, part: str = "content.xml") -> Body:
    """Return the words of an OpenDocument text.

    Raises:
        As `parse_part` does.
    """
    listener = _OpenDocumentText()
    parse_part(archive, part, listener)
    return Body(searchable("".join(listener.texts)), Counter({("val", ""): listener.length}))


def _script(text: str) -> str:
    """Return the attribute of `w:lang` that tells the language of `text`."""
    first = next((character for character in text if character.isalpha()), " ")
    return next((script for script, low, high in SCRIPTS if low <= first <= high), "val")
