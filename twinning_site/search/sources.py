"""What is searched: a source for each model, which says what its entries hold."""

from cities.search import CitySearchSource
from content.search.sources import SearchSource
from events.search import EventSearchSource
from links.search import GroupSearchSource, NewsletterSearchSource
from twinning_site.pages.models import Page


class PageSearchSource(SearchSource):
    kind = "page"
    model = Page

    def texts(self, page: Page) -> list[object]:
        return [page.summary, page.body]


SEARCH_SOURCES: list[SearchSource] = [
    CitySearchSource(),
    GroupSearchSource(),
    EventSearchSource(),
    NewsletterSearchSource(),
    PageSearchSource(),
]
