"""All sources of the search: one for each model whose rows can be found."""

from i18nfield.strings import LazyI18nString

from cities.search import CitySearchSource
from content.search.sources import SearchSource
from events.search import EventSearchSource
from links.search import GroupSearchSource, NewsletterSearchSource
from twinning_site.pages.models import Page


class PageSearchSource(SearchSource[Page]):
    kind = "page"
    model = Page

    def texts(self, row: Page) -> list[LazyI18nString | str]:
        return [row.summary, row.body]


SEARCH_SOURCES: list[SearchSource] = [
    CitySearchSource(),
    GroupSearchSource(),
    EventSearchSource(),
    NewsletterSearchSource(),
    PageSearchSource(),
]
