from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("council")


def read(client, path: str):
    response = client.get(path)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    return feed


def days_ago(days: int):
    return timezone.now() - timedelta(days=days)


def test_everything_new_is_in_one_feed_the_newest_first(client):
    PageFactory(title="page", published_at=days_ago(5))
    CityFactory(name="city", published_at=days_ago(4))
    LinkGroupFactory(name="group", published_at=days_ago(3))
    NewsletterFactory(title="newsletter", published_at=days_ago(2))
    EventFactory(title="event", published_at=days_ago(1))
    for factory in (PageFactory, CityFactory, LinkGroupFactory, NewsletterFactory, EventFactory):
        factory(draft=True)

    feed = read(client, "/feed/")

    assert [entry.title for entry in feed.entries] == [
        "event",
        "newsletter",
        "group",
        "city",
        "page",
    ]
    assert len({entry.id for entry in feed.entries}) == 5


def test_a_city_has_a_feed_of_its_events_and_its_groups_newsletters(client):
    bonn = CityFactory(name="Bonn", slug="bonn")
    group = LinkGroupFactory(cities=[bonn])
    NewsletterFactory(title="of its group", group=group)
    NewsletterFactory(title="of another group", group=LinkGroupFactory())
    NewsletterFactory(title="of a hidden group", group=LinkGroupFactory(cities=[bonn], draft=True))
    EventFactory(title="about it", cities=[bonn])
    EventFactory(title="held there", city=bonn)
    EventFactory(title="elsewhere")

    feed = read(client, "/cities/bonn/feed/")

    assert {entry.title for entry in feed.entries} == {"of its group", "about it", "held there"}
    assert feed.feed.title == "Bonn"


def test_a_name_with_control_characters_makes_a_feed(client):
    city = CityFactory(name="Bonn\x0bam Rhein")

    assert "Bonn am Rhein" in read(client, f"{city.get_absolute_url()}feed/").feed.title


def test_a_group_has_a_feed_of_its_events_and_newsletters(client):
    group = LinkGroupFactory(slug="choirs")
    NewsletterFactory(title="its newsletter", group=group)
    EventFactory(title="its event", groups=[group])
    EventFactory(title="another")

    feed = read(client, "/groups/choirs/feed/")

    assert {entry.title for entry in feed.entries} == {"its newsletter", "its event"}


@pytest.mark.parametrize(
    "path", ["/cities/hidden/feed/", "/groups/hidden/feed/", "/newsletters/feed/?group=hidden"]
)
def test_what_is_not_public_has_no_feed(client, path):
    CityFactory(slug="hidden", draft=True)
    LinkGroupFactory(slug="hidden", draft=True)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_feed_costs_the_same_with_more_rows(client, rows, django_assert_num_queries):
    for _number in range(rows):
        body = f'<figure data-picture="{PictureFactory().pk}"></figure>'
        CityFactory(body=body)
        LinkGroupFactory(body=body)
        PageFactory(body=body)
        EventFactory(body=body)
        ArticleFactory(newsletter=NewsletterFactory(), body=body, picture=PictureFactory())
    client.get("/feed/")

    with django_assert_num_queries(10):
        feed = read(client, "/feed/")

    assert len(feed.entries) == 5 * rows
