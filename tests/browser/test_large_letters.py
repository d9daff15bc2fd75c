"""A phone whose reader has set letters of twice the size: WCAG 1.4.4 and 1.4.10."""

from datetime import UTC, datetime

import pytest

from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.picture import PictureFactory

# Words that are set over two lines though a line has room for them: an address has none.
CUT = r"""() => {
  const cut = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (node.parentElement.closest("svg, .visually-hidden, [href^=mailto], .address")) continue;
    for (const word of node.data.matchAll(/[\p{L}\p{N}’]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) cut.add(word[0]);
    }
  }
  return [...cut];
}"""


@pytest.fixture
def page_of_large_letters(new_page):
    page = new_page(width=360)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    return page


@pytest.fixture
def twin_cities(live_server):
    picture = PictureFactory()
    CouncilFactory(wordmark="Oxford’s twin cities", welcome="Oxford has friends in five cities")
    city = CityFactory(name="Grenoble", slug="grenoble", since_year=1947)
    EventFactory(
        title="Postcards of remembrance",
        starts_at=datetime(2099, 11, 14, 19, tzinfo=UTC),
        ends_at=datetime(2099, 12, 19, 21, tzinfo=UTC),
        cities=[city],
    )
    NewsletterFactory(title="Newsletter of the association", year=2015, month=11, picture=picture)


@pytest.mark.parametrize("path", ["/", "/events/", "/newsletters/", "/cities/grenoble/"])
def test_no_word_is_cut_and_nothing_juts_out(twin_cities, page_of_large_letters, path):
    page = page_of_large_letters
    page.goto(path)
    page.evaluate("document.fonts.ready")

    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(CUT) == []
