"""Pages in a second language over contents that exist in the first only."""

import re
from collections import defaultdict
from html.parser import HTMLParser

from tests.nu_checker import complaints
from tests.whole_site.one_language import MARKER
from tests.whole_site.test_pages import NOT_LINKED, public_names

FIRST, SECOND = "en", "de"
# They stand in the language that they lead to: in the menu, and on pages with easy language.
LANGUAGE_NAMES = {"English", "Easy read"}
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2}")
WITHOUT_END = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
MARKUP = re.compile(r"</?\w+|\blang=")


def test_every_kind_of_page_is_there_in_the_second_language(fallback_walk):
    seen = {visit.view for visit in fallback_walk.visits.values()}

    assert public_names() - NOT_LINKED.keys() <= seen


def test_every_page_on_fallback_is_valid_html(fallback_walk, tmp_path):
    addresses = {}
    for number, page in enumerate(second(fallback_walk)):
        file = tmp_path / f"{number}.html"
        file.write_bytes(page.body)
        addresses[file.name] = page.address

    found = complaints(tmp_path)

    assert not {text: [addresses[name] for name in names[:3]] for text, names in found.items()}


def test_no_title_and_no_attribute_holds_an_element(fallback_walk):
    """There a mark of the language would be read out as it stands."""
    found = {}
    for page in second(fallback_walk):
        html = page.body.decode()
        read = _Attributes()
        read.feed(html)
        if wrong := [text for text in [*TITLE.findall(html), *read.values] if MARKUP.search(text)]:
            found[page.address] = wrong

    assert not found


def test_texts_of_the_other_language_are_marked_and_ours_are_not(fallback_walk):
    """WCAG 2.2, 3.1.2, and ADR 2."""
    wrong = defaultdict(set)
    for page in second(fallback_walk):
        read = _Languages()
        read.feed(page.body.decode())
        for text, language in read.texts:
            expected = FIRST if MARKER in text else SECOND
            if language != expected and text not in LANGUAGE_NAMES:
                wrong[text].add(page.address)

    assert not {text: sorted(pages)[:2] for text, pages in wrong.items()}


def test_page_of_a_row_that_fell_back_claims_to_be_no_version(fallback_walk):
    pages = [page for page in second(fallback_walk) if page.view.endswith("-detail")]

    assert len(pages) > len({page.view for page in pages}) > 4
    assert not {page.address: page.versions for page in pages if page.versions}


class _Languages(HTMLParser):
    """Collects texts with words in them, each with the language that it is marked as."""

    def __init__(self):
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        if tag not in WITHOUT_END:
            above = self._open[-1][1] if self._open else ""
            self._open.append((tag, dict(attrs).get("lang", above)))

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        while self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        # A title has no elements in it; a script is for machines.
        if WORD.search(data) and self._open[-1][0] not in {"title", "script"}:
            self.texts.append((" ".join(data.split()), self._open[-1][1]))


class _Attributes(HTMLParser):
    """Collects the values of all attributes."""

    def __init__(self):
        super().__init__()
        self.values: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.values += [value for _name, value in attrs if value]


def second(walk):
    return [page for page in walk.pages if page.language == SECOND]
