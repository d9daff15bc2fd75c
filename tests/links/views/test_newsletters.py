from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.models import Document
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("council")

LIST = reverse("links:newsletter-list")
ACCESSIBLE_COPY = "Ask for an accessible copy"
STATES = ["draft", "scheduled", "expired"]


def titles(response) -> list[str]:
    return [str(newsletter) for newsletter in response.context["newsletters"]]


def test_list_has_the_newest_first(client):
    NewsletterFactory(title="January", year=2014, month=1)
    NewsletterFactory(title="Some day in 2015", year=2015)
    NewsletterFactory(title="June", year=2015, month=6)
    NewsletterFactory(title="5 June", year=2015, month=6, day=5)
    for state in STATES:
        NewsletterFactory(title="Secret", **{state: True})

    response = client.get(LIST)

    assert titles(response) == ["5 June", "June", "Some day in 2015", "January"]
    assert "Secret" not in response.text


def test_list_is_filtered_by_group_and_year(client):
    bonn = LinkGroupFactory(name="Bonn Link", slug="bonn-link")
    NewsletterFactory(title="Old", group=bonn, year=2012)
    NewsletterFactory(title="New", group=bonn, year=2015)
    NewsletterFactory(title="Of the council", year=2015)

    assert titles(client.get(LIST, {"group": "bonn-link"})) == ["New", "Old"]
    assert titles(client.get(LIST, {"group": "council"})) == ["Of the council"]
    response = client.get(LIST, {"group": "bonn-link", "year": "2012"})
    assert titles(response) == ["Old"]
    assert response.context["chosen"] == [
        {"label": "Bonn Link", "url": "/newsletters/?year=2012"},
        {"label": "2012", "url": "/newsletters/?group=bonn-link"},
    ]


@pytest.mark.parametrize(
    "query",
    [{"group": "nobody"}, {"year": "1066"}, {"year": "x"}, {"group": "\0"}, {"group": "' OR 1=1"}],
)
def test_filter_that_is_unknown_shows_all(client, query):
    NewsletterFactory()
    response = client.get(LIST, query)
    assert response.status_code == 200
    assert len(titles(response)) == 1


def test_filter_offers_only_groups_and_years_with_public_issues(client):
    NewsletterFactory(group=LinkGroupFactory(name="Bonn Link"), year=2015)
    NewsletterFactory(group=LinkGroupFactory(name="Silent Link"), year=2001, draft=True)
    LinkGroupFactory(name="Quiet Link")

    html = client.get(LIST).text

    assert "Bonn Link" in html
    assert "2015" in html
    for text in ["Silent Link", "Quiet Link", "2001"]:
        assert text not in html


def test_issue_is_as_public_as_its_group(client):
    issue = NewsletterFactory(title="Secret", group=LinkGroupFactory(draft=True))
    assert titles(client.get(LIST)) == []
    assert client.get(issue.get_absolute_url()).status_code == 404
    assert issue.publishing_state == "draft"


@pytest.mark.parametrize("state", STATES)
def test_issue_that_is_not_public_is_not_found(client, state):
    issue = NewsletterFactory(**{state: True})
    assert client.get(issue.get_absolute_url()).status_code == 404


def test_uploaded_issue_links_its_document_with_facts(client):
    issue = NewsletterFactory(document=DocumentFactory(title="The issue"))
    html = client.get(issue.get_absolute_url()).text
    assert issue.document.get_absolute_url() in html
    assert "2 pages" in html


def test_document_that_is_not_public_is_not_linked(client):
    issue = NewsletterFactory(document=DocumentFactory(title="Secret", draft=True))
    assert "Secret" not in client.get(issue.get_absolute_url()).text


def test_card_shows_the_first_page_of_a_document_that_is_public(client):
    cover = {"cover_width": 20, "cover_height": 30}
    live = DocumentFactory(cover="pictures/live.jpg", **cover)
    draft = DocumentFactory(cover="pictures/draft.jpg", draft=True, **cover)
    NewsletterFactory(document=live)
    NewsletterFactory(document=draft)

    html = client.get(LIST).text

    assert 'src="/media/pictures/live.jpg" width="20" height="30" alt=""' in html
    assert "draft.jpg" not in html
    assert html.count("2 pages") == 1


def test_issue_of_articles_has_contents_texts_and_pictures(client):
    issue = NewsletterFactory(title="Autumn", group=LinkGroupFactory(name="Bonn Link"))
    picture, inside = PictureFactory(alt="A choir"), PictureFactory(alt="A bridge")
    ArticleFactory(newsletter=issue, title="Second", position=2)
    ArticleFactory(
        newsletter=issue,
        title="First",
        position=1,
        picture=picture,
        body=f'<p>News.</p><figure data-picture="{inside.pk}"></figure>',
    )
    ArticleFactory(newsletter=issue, title="Third", position=3)

    html = client.get(issue.get_absolute_url()).text

    assert html.index(">First</h2>") < html.index(">Second</h2>")
    for text in ['href="#article-1"', 'id="article-1"', "A choir", "A bridge", "Bonn Link"]:
        assert text in html


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_for_any_number_of_issues(client, rows, django_assert_num_queries):
    for _ in range(rows):
        NewsletterFactory(
            group=LinkGroupFactory(), document=DocumentFactory(), picture=PictureFactory()
        )
    NewsletterFactory(draft=True)
    with django_assert_num_queries(7):
        client.get(LIST)


@pytest.mark.parametrize("rows", [1, 3])
def test_issue_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    group = LinkGroupFactory()
    issue = NewsletterFactory(
        group=group,
        picture=PictureFactory(),
        document=DocumentFactory(),
        events_until=timezone.localdate() + timedelta(days=7),
    )
    for _ in range(rows):
        figure = f'<figure data-picture="{PictureFactory().pk}"></figure>'
        ArticleFactory(newsletter=issue, picture=PictureFactory(), body=figure)
        EventFactory(groups=[group])
        NewsletterFactory(group=group)
    with django_assert_num_queries(9):
        client.get(issue.get_absolute_url())


def test_empty_lists_say_so(client):
    assert "No newsletter has been published yet." in client.get(LIST).text
    NewsletterFactory(year=2015, group=LinkGroupFactory(slug="a"))
    NewsletterFactory(year=2014, group=LinkGroupFactory(slug="b"))
    html = client.get(LIST, {"group": "a", "year": "2014"}).text
    assert "No issue matches." in html


@pytest.mark.parametrize(
    ("facts", "is_offered"),
    [
        ({"is_tagged": False, "has_title": True}, True),
        ({"is_tagged": True, "has_title": False}, True),
        ({"is_tagged": True, "has_title": True}, False),
        ({"is_tagged": None, "has_title": None}, False),
    ],
)
def test_readers_may_ask_for_a_copy_of_a_pdf_that_shuts_them_out(
    client, facts, is_offered, council
):
    document = DocumentFactory()
    Document.objects.filter(pk=document.pk).update(**facts)
    newsletter = NewsletterFactory(document=document)

    page = client.get(newsletter.get_absolute_url()).content.decode()

    assert (ACCESSIBLE_COPY in page) is is_offered
    if is_offered:
        assert f'<a href="{reverse("pages:contact")}">{ACCESSIBLE_COPY}</a>' in page
