"""What an answer of the site says to a reader: HTML, feeds, calendars, data, PDFs and e-mails."""

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

from pypdfium2 import PdfDocument

# Read out, shown in a tip, in a search result or beside a shared link
ATTRIBUTES = {"alt", "aria-label", "aria-description", "label", "placeholder", "title"}
NAMED_CONTENT = {"description", "og:description", "og:title", "og:site_name", "og:image:alt"}
# A file of a calendar: what is read there
SAID_IN_CALENDARS = re.compile(
    r"^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|X-WR-CALNAME|X-WR-CALDESC|CATEGORIES)[^:\n]*:(.*)$",
    re.MULTILINE,
)
# Of linked data: names of things, not of types
SAID_IN_DATA = {"name", "description", "headline", "text", "caption", "alternateName"}


def said(content_type: str, body: bytes) -> set[str]:
    """Return every piece of text, with single blanks."""
    if content_type.startswith("application/pdf"):
        return {" ".join(_of_pdf(body).split())}
    if not content_type.startswith(("text/", "application/", "image/svg")):
        return set()
    text = body.decode()
    if content_type.startswith(("text/html", "image/svg")):
        read = _Html()
        read.feed(text)
        return read.texts
    if "xml" in content_type:
        # What is for machines alone; rich texts are HTML in XML.
        text = re.sub(r"<(id|guid|language)\b[^>]*>[^<]*</\1>", " ", text)
        plain = html.unescape(re.sub(r"<!\[CDATA\[|\]\]>", "", text))
        return set(_lines(re.sub(r"<[^>]*>", "\n", plain)))
    if content_type.startswith("text/calendar"):
        unfolded = re.sub(r"\r?\n[ \t]", "", text)
        found = [value.replace("\\n", "\n") for value in SAID_IN_CALENDARS.findall(unfolded)]
        return set(_lines("\n".join(found).replace("\\", "")))
    return set(_lines(text)) if content_type.startswith("text/plain") else set()


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if words := " ".join(line.split()):
            yield words


def _of_pdf(body: bytes) -> str:
    sheets = PdfDocument(body)
    text = "\n".join(sheet.get_textpage().get_text_bounded() for sheet in sheets)
    return unicodedata.normalize("NFKC", text)


class _Html(HTMLParser):
    """Collects texts between tags and in attributes, but those in other languages."""

    NO_END = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
    # They begin a new text: what stands in others is a part of a sentence.
    INLINE = {"a", "abbr", "b", "bdi", "cite", "em", "i", "q", "span", "strong", "time", "u"}

    def __init__(self):
        super().__init__()
        self.texts: set[str] = set()
        self._open: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._json = False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        for name in ATTRIBUTES & attributes.keys():
            self._add(attributes[name])
        if tag == "input" and attributes.get("type") in {"submit", "button"}:
            self._add(attributes.get("value"))
        if tag == "meta" and NAMED_CONTENT & {attributes.get("name"), attributes.get("property")}:
            self._add(attributes.get("content"))
        if tag not in self.INLINE:
            self._end_text()
        if tag not in self.NO_END:
            self._open.append((tag, attributes.get("type", "")))

    def handle_endtag(self, tag):
        if tag not in self.INLINE:
            self._end_text()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, kind = self._open[-1] if self._open else ("", "")
        if tag == "script" and "json" in kind:
            self._add_data(json.loads(data))
        elif tag not in {"code", "script", "style"}:
            self._parts.append(data)
            self._add(data)

    def _end_text(self):
        self._add("".join(self._parts))
        self._parts = []

    def _add(self, text):
        if text and text.strip():
            self.texts.add(" ".join(text.split()))

    def _add_data(self, data, name=""):
        if isinstance(data, dict):
            for key, value in data.items():
                self._add_data(value, key)
        elif isinstance(data, list):
            for value in data:
                self._add_data(value, name)
        elif isinstance(data, str) and name in SAID_IN_DATA:
            self._add(re.sub(r"<[^>]*>", " ", data))
