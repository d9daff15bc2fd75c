"""Notices at the top of every page, and links to plain pages at its foot, from the cache."""

from dataclasses import dataclass

from django.core.cache import cache
from django.utils import timezone

from twinning_site.pages.models import Notice, NoticeLevel, Page, PagePlace
from twinning_site.pages.models.framed import CACHE_KEY

# Seconds: the admin deletes rows in bulk without calling `Framed.delete`.
CACHE_TIMEOUT = 60


@dataclass(frozen=True)
class Frame:
    """All notices that have not ended, and all pages of the foot, drafts among them.

    What is public changes with the clock, so that it is decided only when a page is made.
    """

    notices: list[Notice]
    pages: list[Page]

    @property
    def shown_notices(self) -> list[Notice]:
        """Return the notices to show now, most urgent first."""
        now = timezone.now()
        order = list(NoticeLevel.values)
        return sorted(
            (notice for notice in self.notices if notice.starts_at <= now < notice.ends_at),
            key=lambda notice: -order.index(notice.level),
        )

    @property
    def shown_pages(self) -> list[Page]:
        """Return the pages that are public now."""
        return [page for page in self.pages if page.is_published]


def current() -> Frame:
    """Return the frame from the cache, or read it: 2 queries."""
    return cache.get_or_set(CACHE_KEY, _read, CACHE_TIMEOUT)  # type: ignore[return-value] # never None


def _read() -> Frame:
    notices = Notice.objects.filter(ends_at__gt=timezone.now())
    pages = Page.objects.filter(place=PagePlace.FOOT)
    return Frame(list(notices), list(pages.only("title", "slug", "published_at", "expires_at")))
