"""A site in Arabic: what begins a line is on the right, and nothing sticks out."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.page import PageFactory

TEXT = (
    "<h2>من نحن</h2><p>تربط مدينتنا صداقةٌ بمدنٍ كثيرة منذ عام 1946، وهذه بعضها.</p>"
    "<ul><li>الموسيقى</li><li>المدارس</li></ul><blockquote><p>الصداقة كنز.</p></blockquote>"
)


@pytest.fixture
def arabic(live_server, settings):
    settings.SITE_LANGUAGES = ["en", "ar"]
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    CouncilFactory()
    bonn = CityFactory(slug="bonn", name={"en": "Bonn", "ar": "بون"}, body={"ar": TEXT, "en": ""})
    LinkGroupFactory(name={"ar": "أصدقاء بون"}, cities=[bonn])
    EventFactory(title={"ar": "أمسية موسيقية"}, cities=[bonn])
    PageFactory(slug="us", title={"en": "Us", "ar": "عنّا"}, body={"en": "", "ar": TEXT})


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["/ar/", "/ar/us/", "/ar/cities/bonn/", "/ar/events/"])
def test_an_arabic_page_is_the_mirror_image(arabic, new_page, axe, path, width):
    page = new_page(width=width, locale="ar")
    page.goto(path)

    assert page.locator("html").get_attribute("dir") == "rtl"
    wordmark = page.locator(".wordmark").bounding_box()
    search = page.locator(".search-toggle:visible, .site-search:visible").first.bounding_box()
    assert wordmark["x"] > search["x"]
    heading = page.locator("h1").bounding_box()
    assert heading["x"] + heading["width"] > width * 0.8
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    axe(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_texts_that_fell_back_stay_on_the_side_of_the_page(arabic, new_page, width):
    CityFactory(slug="leiden", name={"en": "Leiden"}, summary={"en": "A short text."})
    page = new_page(width=width, locale="ar")
    page.goto("/ar/cities/leiden/")

    for text in page.locator("h1, .lede").all():
        assert text.get_attribute("dir") == "ltr"
        right_edge, end_of_words = text.evaluate(
            """(element) => {
              const words = document.createRange()
              words.selectNodeContents(element)
              return [element, words].map((box) => box.getBoundingClientRect().right)
            }"""
        )
        assert end_of_words == pytest.approx(right_edge, abs=1)


def test_time_there_is_written_as_times_of_events_are(arabic, new_page):
    CityFactory(slug="leon", name={"ar": "ليون"}, time_zone="America/Managua")
    page = new_page(locale="ar")
    page.goto("/ar/cities/leon/")

    expect(page.locator("[data-clock]")).to_have_text(re.compile(r"^\d{1,2}:\d\d\s[صم]$"))
