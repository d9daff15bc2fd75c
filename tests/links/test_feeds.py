import feedparser
import pytest

from tests.factories.document import DocumentFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("council")


def entries(client, **query) -> list:
    feed = feedparser.parse(client.get("/newsletters/feed/", query).content)
    assert not feed.bozo
    return feed.entries


def test_a_newsletter_comes_with_all_its_articles_and_its_file(client):
    newsletter = NewsletterFactory(
        title="Autumn", group=LinkGroupFactory(name="Bonn Link"), document=DocumentFactory()
    )
    ArticleFactory(newsletter=newsletter, title="First", body="<p>One.</p>")
    ArticleFactory(
        newsletter=newsletter, title="Second", body="<p>Two.</p>", picture=PictureFactory()
    )

    (entry,) = entries(client)

    text = entry.content[0].value
    assert text.index("First") < text.index("One.") < text.index("Second") < text.index("Two.")
    assert "<img" in text
    assert entry.author == "Bonn Link"
    assert [file.type for file in entry.enclosures] == ["application/pdf"]


def test_a_document_that_is_not_public_stays_out(client):
    NewsletterFactory(document=DocumentFactory(draft=True))

    assert not entries(client)[0].enclosures


def test_a_feed_may_be_of_one_group(client):
    NewsletterFactory(title="of the choirs", group=LinkGroupFactory(slug="choirs"))
    NewsletterFactory(title="of the schools", group=LinkGroupFactory(slug="schools"))
    NewsletterFactory(title="of the council")

    titles = [entry.title for entry in entries(client, group="choirs")]

    assert titles == ["of the choirs"]
