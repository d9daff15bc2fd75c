from datetime import timedelta

import pytest
from django.utils import timezone

from links.newsletter_pdf import newsletter_pdf_html
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("council")


def test_an_issue_has_its_articles_pictures_and_upcoming_events():
    group = LinkGroupFactory(name="Bonn Link")
    issue = NewsletterFactory(
        title="Autumn", group=group, events_until=timezone.localdate() + timedelta(days=7)
    )
    lead, inside = PictureFactory(alt="A choir"), PictureFactory(alt="A bridge")
    figure = f'<figure data-picture="{inside.pk}"></figure>'
    ArticleFactory(newsletter=issue, title="First", position=1, picture=lead, body=figure)
    ArticleFactory(newsletter=issue, title="Second", position=2)
    EventFactory(title="A concert", groups=[group])

    html = newsletter_pdf_html(issue)

    texts = ["Bonn Link", "Autumn</h1>", "First</h2>", "A choir", "A bridge", "Second</h2>"]
    positions = [html.index(text) for text in [*texts, "A concert", issue.get_absolute_url()]]
    assert positions == sorted(positions)


def test_an_issue_without_a_group_is_published_by_the_council(council):
    html = newsletter_pdf_html(ArticleFactory(newsletter=NewsletterFactory()).newsletter)

    assert f'<p class="masthead__group running">{council.name}</p>' in html
