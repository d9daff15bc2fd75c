from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.timezone import make_aware
from i18nfield.strings import LazyI18nString

from content.models import Document
from content.search.sources import FOREVER, SearchSource, theme_names
from links.models import Article, Fund, LinkGroup, Newsletter


class GroupSearchSource(SearchSource[LinkGroup]):
    kind = "group"
    model = LinkGroup
    name_field = "name"

    def rows(self) -> QuerySet[LinkGroup]:
        return super().rows().prefetch_related("themes")

    def texts(self, row: LinkGroup) -> Iterable[LazyI18nString | str]:
        return [
            row.summary, row.body, row.how_to_join, row.meetings, row.partner_name,
            *theme_names(row),
        ]  # fmt: skip


class NewsletterSearchSource(SearchSource[Newsletter]):
    """Issues with the words of an uploaded PDF. One of a group is as public as the group."""

    kind = "newsletter"
    model = Newsletter
    parts = {Article: "newsletter", Document: "newsletters", LinkGroup: "newsletters"}

    def rows(self) -> QuerySet[Newsletter]:
        return super().rows().select_related("group", "document").prefetch_related("articles")

    def texts(self, row: Newsletter) -> Iterable[LazyI18nString | str]:
        yield row.summary
        for article in row.articles.all():
            yield from [article.title, article.body]
        document = row.document
        # One that will be taken down stays out, because nothing updates the index at that moment.
        if document and document.is_published and document.expires_at is None:
            yield document.text

    def visible(self, row: Newsletter) -> tuple[datetime | None, datetime]:
        begin, end = super().visible(row)
        if row.group is None or begin is None:
            return begin, end
        group_begin, group_end = GroupSearchSource().visible(row.group)
        return group_begin and max(begin, group_begin), min(end, group_end)

    def date_words(self, row: Newsletter) -> str:
        return row.date_text

    def year(self, row: Newsletter) -> int:
        return row.year


class FundSearchSource(SearchSource[Fund]):
    """Funds. A closed one is found after those that are open."""

    kind = "fund"
    model = Fund
    name_field = "name"

    def rows(self) -> QuerySet[Fund]:
        return super().rows().prefetch_related("themes")

    def texts(self, row: Fund) -> Iterable[LazyI18nString | str]:
        return [
            row.summary, row.given_by, row.amount, row.who_may_ask, row.body, row.how_to_apply,
            *theme_names(row),
        ]  # fmt: skip

    def over_at(self, row: Fund) -> datetime:
        if row.deadline is None:
            return FOREVER
        return make_aware(datetime.combine(row.deadline + timedelta(days=1), time()))
