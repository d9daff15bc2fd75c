"""All sources of the search: one for each model whose rows can be found."""

from django.db.models import QuerySet
from i18nfield.strings import LazyI18nString

from cities.search import CitySearchSource
from content.models import Document
from content.search.sources import SearchSource
from events.search import EventSearchSource
from links.models import Newsletter
from links.search import FundSearchSource, GroupSearchSource, NewsletterSearchSource
from twinning_site.pages.models import Page


class PageSearchSource(SearchSource[Page]):
    kind = "page"
    model = Page

    def texts(self, row: Page) -> list[LazyI18nString | str]:
        return [row.summary, row.body, row.easy_read]


class DocumentSearchSource(SearchSource[Document]):
    """Files with their words. An issue of a newsletter is found as the newsletter."""

    kind = "document"
    model = Document
    parts = {Newsletter: "document"}

    def rows(self) -> QuerySet[Document]:
        return super().rows().filter(newsletters=None).select_related("kind")

    def texts(self, row: Document) -> list[LazyI18nString | str]:
        return [row.kind.label, row.type_name, row.text]


SEARCH_SOURCES: list[SearchSource] = [
    CitySearchSource(),
    GroupSearchSource(),
    EventSearchSource(),
    NewsletterSearchSource(),
    FundSearchSource(),
    PageSearchSource(),
    DocumentSearchSource(),
]
