"""The sitemaps of the site: rows of every app, and the pages that list them."""

from datetime import datetime
from typing import Any

from django.db.models import Max
from django.urls import reverse
from django.utils.functional import cached_property

from cities.models import City
from cities.sitemaps import CitySitemap
from content.models import Council, Publishable, PublishableQuerySet, Video
from content.web.language_versions import languages_of
from content.web.sitemaps import PublicSitemap, SiteSitemap
from events.models import Event
from events.sitemaps import EventSitemap
from links.directory import public_funds
from links.models import Fund, LinkGroup, Newsletter
from links.sitemaps import FundSitemap, GroupSitemap, NewsletterSitemap
from twinning_site.pages.models import Page

# Routes of lists and the model that each lists; a list was modified when its newest row was.
LISTS: dict[str, type[Publishable]] = {
    "pages:home": City,
    "cities:city-list": City,
    "cities:timeline": City,
    "links:group-list": LinkGroup,
    "links:newsletter-list": Newsletter,
    "events:event-list": Event,
    "events:event-past": Event,
    "pages:page-list": Page,
}
# The list of funds, if there are any
FUNDS = "links:fund-list"
LISTED: dict[str, type[Publishable]] = {**LISTS, FUNDS: Fund}
OTHER_ROUTES = ["pages:contact", "pages:open-data"]


class PageSitemap(PublicSitemap):
    model = Page


class EasyReadSitemap(PublicSitemap):
    """The pages in easy language."""

    model = Page

    def items(self) -> list[Page]:  # type: ignore[override] # of pages
        rows: list[Any] = super().items()
        return [row for row in rows if languages_of(row.easy_read)]

    def get_languages_for_item(self, row: Page) -> list[str]:  # type: ignore[override] # of pages
        return languages_of(row.easy_read)

    def location(self, row: Page) -> str:
        return row.get_easy_read_url()


class VideoSitemap(PublicSitemap):
    """The pages of videos."""

    model = Video

    def public_rows(self) -> PublishableQuerySet:
        return Video.objects.reachable()


class ListSitemap(SiteSitemap):
    """The home page, lists and forms."""

    def items(self) -> list[str]:
        scheme = ["volunteers:start"] if Council.has_voluntary_scheme() else []
        funds = [FUNDS] if public_funds() else []
        return [*LISTS, *funds, *OTHER_ROUTES, *scheme]

    def location(self, route: str) -> str:
        return reverse(route)

    def lastmod(self, route: str) -> datetime | None:
        model = LISTED.get(route)
        return self._last_modified[model] if model else None

    @cached_property
    def _last_modified(self) -> dict[type[Publishable], datetime | None]:
        return {
            model: model._default_manager.published().aggregate(last=Max("updated_at"))["last"]
            for model in set(LISTED.values())
        }


SITEMAPS = {
    "lists": ListSitemap,
    "cities": CitySitemap,
    "groups": GroupSitemap,
    "newsletters": NewsletterSitemap,
    "funds": FundSitemap,
    "events": EventSitemap,
    "pages": PageSitemap,
    "easy-read": EasyReadSitemap,
    "videos": VideoSitemap,
}
