"""Newsletters as entries of a feed."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.html import format_html
from django.utils.translation import gettext

from content.web.feed_entries import (
    MAX_ENTRIES,
    Entry,
    make_entry,
    paragraphs,
    picture_enclosures,
    picture_html,
)
from content.web.feeds import AtomFeed
from content.web.linked_data import absolute
from links.filters import NewsletterFeedForm
from links.models import LinkGroup, LinkGroupQuerySet, Newsletter, NewsletterQuerySet


def newsletter_entries(newsletters: NewsletterQuerySet) -> list[Entry]:
    """Return entries of the issues published last, with all their articles: 3 queries."""
    newest = (
        newsletters.for_cards().prefetch_related("articles__picture").last_published(MAX_ENTRIES)
    )
    return [_newsletter_entry(newsletter) for newsletter in newest]


def _newsletter_entry(newsletter: Newsletter) -> Entry:
    articles = (
        (
            format_html(
                "<h2>{}</h2>\n{}",
                article.title,
                picture_html(article.picture) if article.picture else "",
            ),
            article.body,
        )
        for article in newsletter.articles.all()
    )
    return make_entry(
        newsletter,
        str(newsletter.title),
        (paragraphs(newsletter.summary), None),
        *articles,
        summary=str(newsletter.summary),
        author=str(newsletter.group.name) if newsletter.group else "",
        enclosures=[*picture_enclosures(newsletter.picture), *_document_enclosures(newsletter)],
    )


def _document_enclosures(newsletter: Newsletter) -> list[Enclosure]:
    document = newsletter.document
    if document is None or not document.is_published:
        return []
    url = absolute(document.get_absolute_url())
    return [Enclosure(url, str(document.size), document.media_type)]


def group_entries(groups: LinkGroupQuerySet) -> list[Entry]:
    """Return entries of the groups that were published last: 1 query."""
    newest = groups.select_related("picture").last_published(MAX_ENTRIES)
    return [
        make_entry(
            group,
            str(group.name),
            (paragraphs(group.summary), group.body),
            summary=str(group.summary),
            author=str(group.name),
            enclosures=picture_enclosures(group.picture),
        )
        for group in newest
    ]


class NewsletterFeed(AtomFeed):
    """New issues, of everybody or of one group."""

    def get_object(self, request: HttpRequest) -> LinkGroup | None:
        form = NewsletterFeedForm(request.GET)
        if not form.is_valid():
            raise Http404
        slug = form.cleaned_data["group"]
        return LinkGroup.objects.published().get(slug=slug) if slug else None

    def title(self, group: LinkGroup | None) -> str:
        return f"{gettext('Newsletters')} – {group.name}" if group else gettext("Newsletters")

    def path(self, group: LinkGroup | None) -> str:
        path = reverse("links:newsletter-list")
        return f"{path}?group={group.slug}" if group else path

    def entries(self, group: LinkGroup | None) -> Iterable[Entry]:
        newsletters = Newsletter.objects.published()
        return newsletter_entries(newsletters.filter(group=group) if group else newsletters)
