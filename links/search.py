from content.models import Document
from content.search.sources import SearchSource
from links.models import Article, LinkGroup, Newsletter


class GroupSearchSource(SearchSource):
    kind = "group"
    model = LinkGroup

    def texts(self, group):
        return [
            group.summary, group.body, group.how_to_join, group.meetings, group.partner_name,
        ]  # fmt: skip


class NewsletterSearchSource(SearchSource):
    """Issues; the words of an uploaded PDF among them. An issue is as public as its group."""

    kind = "newsletter"
    model = Newsletter
    parts = {Article: "newsletter", Document: "newsletters", LinkGroup: "newsletters"}

    def rows(self):
        return super().rows().select_related("group", "document").prefetch_related("articles")

    def texts(self, newsletter):
        yield newsletter.summary
        for article in newsletter.articles.all():
            yield from [article.title, article.body]
        document = newsletter.document
        # What is to be taken down stays out: nobody changes an entry at that moment.
        if document and document.is_published and document.expires_at is None:
            yield document.text

    def visible(self, newsletter):
        begin, end = super().visible(newsletter)
        if newsletter.group is None or begin is None:
            return begin, end
        group_begin, group_end = super().visible(newsletter.group)
        return group_begin and max(begin, group_begin), min(end, group_end)

    def date_words(self, newsletter):
        return newsletter.date_text

    def year(self, newsletter):
        return newsletter.year
