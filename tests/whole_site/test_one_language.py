"""Pages in a second language over contents that exist in the first only."""

import re
from html.parser import HTMLParser

from tests.nu_checker import complaints
from tests.whole_site.test_pages import NOT_LINKED, public_names

SECOND = "de"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
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


class _Attributes(HTMLParser):
    """Collects the values of all attributes."""

    def __init__(self):
        super().__init__()
        self.values: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.values += [value for _name, value in attrs if value]


def second(walk):
    return [page for page in walk.pages if page.language == SECOND]
