"""robots.txt and the sitemap index, for search engines."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.sitemaps.views import SitemapIndexItem
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from twinning_site.pages.sitemaps import SITEMAPS


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of the admin and the search, whose pages are endless (RFC 9309)."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        *(f"Disallow: {address}" for address in _search_pages()),
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap-index')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> TemplateResponse:
    """List the sitemaps. Django's own view takes the domain from `django_site`, not SITE_URL."""
    items = []
    for section, sitemap_class in SITEMAPS.items():
        sitemap = sitemap_class()
        address = f"{settings.SITE_URL}{reverse('sitemap', kwargs={'section': section})}"
        last = sitemap.get_latest_lastmod()
        further = range(2, sitemap.paginator.num_pages + 1)
        for each in [address, *(f"{address}?p={page}" for page in further)]:
            items.append(SitemapIndexItem(each, last))  # type: ignore[arg-type] # takes a datetime
    return TemplateResponse(
        request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml"
    )


def _search_pages() -> Iterator[str]:
    for code in settings.SITE_LANGUAGES:
        with override(code):
            yield reverse("search:search")
