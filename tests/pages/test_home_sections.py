import re

import pytest
from django.core.exceptions import ValidationError

from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db

MARKS = r'id="(cities|on|newsletters|groups)"|(Five links\.)|(The High Street)'


def sections(client):
    html = client.get("/").text
    main = html.partition("<main")[2].partition("</main>")[0]
    return ["".join(found) for found in re.findall(MARKS, main)]


def add_all(**values):
    picture = PictureFactory(alt="Spires", caption="The High Street")
    CityFactory()
    LinkGroupFactory()
    NewsletterFactory(group=None)
    EventFactory()
    return CouncilFactory(introduction="<p>Five links.</p>", picture=picture, **values)


def test_sections_stand_in_their_order_by_default(client):
    add_all()
    assert sections(client) == [
        "Five links.", "cities", "The High Street", "on", "newsletters", "groups",
    ]  # fmt: skip


def test_council_orders_and_hides_sections(client):
    add_all(home_sections="picture\n-groups\nevents\ncities\n-introduction")
    assert sections(client) == ["The High Street", "on", "newsletters", "cities"]


def test_hidden_section_asks_nothing(client, django_assert_max_num_queries):
    add_all(home_sections="-events\n-newsletters\n-groups\n-anniversaries")
    with django_assert_max_num_queries(9):
        client.get("/")


@pytest.mark.parametrize("text", ["map", "cities\ncities", "cities/events"])
def test_sections_that_no_home_has_are_refused(text):
    with pytest.raises(ValidationError, match="put in order here|comes twice"):
        CouncilFactory.build(home_sections=text).full_clean()
