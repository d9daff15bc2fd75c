"""A page on paper: few sheets, small pictures, and its beginning on the first sheet."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.cities.atlas.places import OXFORD, WHERE
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import NoticeFactory
from tests.factories.picture import PictureFactory

WELCOME = "Oxford has friends"


@pytest.fixture
def printed(live_server, new_page):
    """Call it with a path for the words of each sheet of A4."""
    picture = PictureFactory()
    home, *partners = OXFORD
    latitude, longitude = WHERE[home]
    CouncilFactory(welcome=WELCOME, latitude=latitude, longitude=longitude)
    NoticeFactory()
    cities = [
        CityFactory(name=name, latitude=WHERE[name][0], longitude=WHERE[name][1], picture=picture)
        for name in partners
    ]
    group = LinkGroupFactory(slug="group", cities=cities, picture=picture)
    for number in range(9):
        NewsletterFactory(title=f"Issue {number}", group=group, picture=picture)

    def sheets(path):
        page = new_page()
        page.goto(path, wait_until="networkidle")
        document = PdfReader(BytesIO(page.pdf(format="A4")))
        return [sheet.extract_text() for sheet in document.pages]

    return sheets


def test_heading_and_map_of_home_stand_on_the_first_sheet(printed):
    first, *_ = printed("/")

    assert WELCOME in first
    assert all(name in first for name in OXFORD)


@pytest.mark.parametrize(("path", "most"), [("/", 4), ("/newsletters/", 2), ("/groups/group/", 2)])
def test_covers_and_pictures_do_not_fill_sheets(printed, path, most):
    assert len(printed(path)) <= most
