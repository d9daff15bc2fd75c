"""What is marked as an example picture says so where its credit stands, and on cards."""

import feedparser
import pytest

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.whole_site.examples import FACTORIES, LABEL, differing_box, make, printed, shared

pytestmark = pytest.mark.usefixtures("council")
PICTURE_LABEL = '<span class="example-label">Example picture</span>'


@pytest.mark.parametrize("factory", FACTORIES)
def test_credit_of_a_picture_says_it_and_that_of_a_real_one_does_not(client, factory):
    for example, times in ((True, 1), (False, 0)):
        row = make(factory, picture=PictureFactory(example=example))

        assert client.get(row.get_absolute_url()).text.count(PICTURE_LABEL) == times


def test_pictures_of_event_and_article_say_it(client):
    event = make(EventFactory)
    event.photos.create(picture=PictureFactory(example=True))
    article = ArticleFactory(picture=PictureFactory(example=True))

    for row in (event, article.newsletter):
        assert client.get(row.get_absolute_url()).text.count(PICTURE_LABEL) == 1


@pytest.mark.parametrize(
    ("factory", "address"),
    [
        (CityFactory, "/cities/"),
        (LinkGroupFactory, "/groups/"),
        (NewsletterFactory, "/newsletters/"),
    ],
)
def test_card_says_it_of_its_picture_unless_it_says_it_of_all(client, factory, address):
    picture = PictureFactory(example=True)
    make(factory, picture=picture)
    make(factory, picture=picture, example=True)

    page = client.get(address).text

    assert (page.count(PICTURE_LABEL), page.count(LABEL)) == (1, 1)


def test_feed_says_it_of_a_picture(client):
    figure = f'<figure data-picture="{PictureFactory(example=True).pk}"></figure>'
    PageFactory(body=figure)

    (entry,) = feedparser.parse(client.get("/feed/").content).entries

    assert "(Example picture)</figcaption>" in entry.content[0].value


@pytest.mark.parametrize("decorative", [True, False])
@pytest.mark.parametrize(
    ("factory", "file"),
    [
        (CityFactory, "fact-sheet/"),
        (NewsletterFactory, "pdf/"),
        (EventFactory, "poster/a4/"),
    ],
)
def test_pdf_says_it_of_a_picture(client, factory, file, decorative):
    pictured = {"picture": PictureFactory(example=True), "picture_is_decorative": decorative}
    row = make(factory, **({} if factory is NewsletterFactory else pictured))
    if factory is NewsletterFactory:
        ArticleFactory(newsletter=row, **pictured)

    assert "Example picture" in printed(client, f"{row.get_absolute_url()}{file}")


def test_shared_link_says_it_of_a_picture(client):
    picture = PictureFactory(example=True)
    city = CityFactory(picture=picture)
    marked = shared(client, city)
    type(picture).objects.update(example=False)
    plain = shared(client, city)

    assert marked["description"].startswith("Example picture. ")
    assert differing_box(client, marked, plain)[:2] < (60, 60)
