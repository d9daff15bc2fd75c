"""A name without end breaks where it has to, on the narrowest phone."""

import pytest

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.theme import ThemeFactory

NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture
def long_names(live_server):
    CouncilFactory(home_city_name=NAME, wordmark=NAME, welcome=NAME)
    ConsentWordingFactory()
    theme = ThemeFactory(name=NAME)
    city = CityFactory(name=NAME, slug="city", summary=NAME, themes=[theme])
    group = LinkGroupFactory(name=NAME, slug="group", cities=[city], themes=[theme])
    MilestoneFactory(city=city, title=NAME)
    NewsletterFactory(title=NAME, slug="issue", group=group)
    EventFactory(
        title=NAME, slug="event", place=NAME, organiser=NAME, cities=[city], groups=[group]
    )
    PageFactory(title=NAME, slug="page", body=f"<h2>{NAME}</h2><table><td>{NAME}</table>")
    NoticeFactory(text=NAME)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_name_makes_a_page_wider_than_the_screen(long_names, new_page, width):
    page, wide = new_page(width=width), {}
    for path in [
        "/", "/cities/", "/cities/city/", "/timeline/", "/groups/", "/groups/group/",
        "/newsletters/", "/newsletters/issue/", "/events/", "/events/event/", "/page/", "/about/",
        "/search/?q=" + NAME, "/volunteer/apply/", "/contact/", "/groups/group/write/",
    ]:  # fmt: skip
        page.goto(path)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[path] = over

    assert not wide
