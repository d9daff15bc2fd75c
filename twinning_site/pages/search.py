from cities.search import CitySearch
from content.search import Searched
from events.search import EventSearch
from links.search import GroupSearch, NewsletterSearch
from twinning_site.pages.models import Page


class PageSearch(Searched):
    kind = "page"
    model = Page

    def texts(self, page):
        return [page.summary, page.body]


ALL_SEARCHED: list[Searched] = [
    CitySearch(),
    GroupSearch(),
    EventSearch(),
    NewsletterSearch(),
    PageSearch(),
]
