from collections.abc import Iterable
from datetime import datetime

from i18nfield.strings import LazyI18nString

from content.models import Document
from content.search.sources import SearchSource
from links.models import Article, LinkGroup, Newsletter, NewsletterQuerySet


class GroupSearchSource(SearchSource):
    kind = "group"
    model = LinkGroup

    def texts(self, group: LinkGroup) -> Iterable[LazyI18nString | str]:
        return [
            group.summary, group.body, group.how_to_join, group.meetings, group.partner_name,
        ]  # fmt: skip


class NewsletterSearchSource(SearchSource):
    """Issues with the words of an uploaded PDF. One of a group is as public as the group."""

    kind = "newsletter"
    model = Newsletter
    parts = {Article: "newsletter", Document: "newsletters", LinkGroup: "newsletters"}

    def rows(self) -> NewsletterQuerySet:
        return super().rows().select_related("group", "document").prefetch_related("articles")

    def texts(self, newsletter: Newsletter) -> Iterable[LazyI18nString | str]:
        yield newsletter.summary
        for article in newsletter.articles.all():
            yield from [article.title, article.body]
        document = newsletter.document
        # One that will be taken down stays out, because nothing updates the index at that moment.
        if document and document.is_published and document.expires_at is None:
            yield document.text

    def visible(self, newsletter: Newsletter) -> tuple[datetime | None, datetime]:
        begin, end = super().visible(newsletter)
        if newsletter.group is None or begin is None:
            return begin, end
        group_begin, group_end = super().visible(newsletter.group)
        return group_begin and max(begin, group_begin), min(end, group_end)

    def date_words(self, newsletter: Newsletter) -> str:
        return newsletter.date_text

    def year(self, newsletter: Newsletter) -> int:
        return newsletter.year
