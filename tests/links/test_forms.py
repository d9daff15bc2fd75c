"""Issues with nothing to read are not published."""

import pytest
from django.urls import reverse

from links.models import Newsletter
from tests.admin_forms import save
from tests.factories.newsletter import ArticleFactory, NewsletterFactory

pytestmark = pytest.mark.django_db

NOTHING = "There is nothing to read in this issue. Add an article or a PDF to publish it."


def articles_errors_of(response) -> list[str]:
    (articles,) = response.context["inline_admin_formsets"]
    return list(articles.formset.non_form_errors())


def test_an_empty_issue_is_not_published(officer_client):
    issue = NewsletterFactory(draft=True)
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    response = save(officer_client, address, "_publish")

    assert articles_errors_of(response) == [NOTHING]
    assert NOTHING in response.content.decode()
    assert not Newsletter.objects.published().exists()


def test_an_empty_issue_is_not_scheduled(officer_client):
    issue = NewsletterFactory(draft=True)
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    response = save(officer_client, address, published_at_0="01/06/2040", published_at_1="09:00")

    assert articles_errors_of(response) == [NOTHING]


@pytest.mark.parametrize(
    ("state", "button"), [("draft", "_save"), ("live", "_save_draft"), ("live", "_saveasnew")]
)
def test_an_empty_issue_is_kept_where_only_officers_see_it(officer_client, state, button):
    issue = NewsletterFactory(draft=state == "draft")
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    assert save(officer_client, address, button).status_code == 302


def test_the_last_article_of_a_live_issue_stays(officer_client):
    article = ArticleFactory()
    address = reverse("admin:links_newsletter_change", args=[article.newsletter.pk])

    response = save(officer_client, address, **{"articles-0-DELETE": "on"})

    assert articles_errors_of(response) == [NOTHING]


def test_an_issue_with_an_article_is_published(officer_client):
    issue = NewsletterFactory(draft=True)
    ArticleFactory(newsletter=issue)
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    save(officer_client, address, "_publish")

    assert Newsletter.objects.published().get() == issue
