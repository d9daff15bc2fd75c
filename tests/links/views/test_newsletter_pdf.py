import pytest
from django.urls import reverse

from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.worker import work_off

pytestmark = pytest.mark.usefixtures("council")


def fetch(client, issue):
    address = reverse("links:newsletter-pdf", args=[issue.slug])
    client.get(address)
    work_off()
    return client.get(address)


def test_an_issue_with_articles_is_a_pdf(client):
    response = fetch(client, ArticleFactory(newsletter=NewsletterFactory(slug="autumn")).newsletter)

    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert 'filename="autumn.pdf"' in response["Content-Disposition"]


def test_an_issue_without_articles_has_no_pdf(client):
    assert fetch(client, NewsletterFactory()).status_code == 404


@pytest.mark.parametrize(
    "values", [{"draft": True}, {"scheduled": True}, {"expired": True}, {"group": "draft"}]
)
def test_only_officers_see_the_pdf_of_what_is_not_public(client, officer_client, values):
    if "group" in values:
        values = {"group": LinkGroupFactory(draft=True)}
    issue = ArticleFactory(newsletter=NewsletterFactory(**values)).newsletter

    assert fetch(client, issue).status_code == 404
    assert fetch(officer_client, issue).status_code == 200
