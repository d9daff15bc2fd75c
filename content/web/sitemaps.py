"""Sitemaps (https://www.sitemaps.org/protocol.html) of public rows in every language."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils.functional import cached_property

from content.models import Publishable, PublishableQuerySet
from content.translations import translated_fields
from content.web.language_versions import written_languages


class SiteSitemap(Sitemap):
    """Addresses under SITE_URL with those of the other languages, and without priorities."""

    i18n = True
    alternates = True
    x_default = True

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PublicSitemap(SiteSitemap):
    """The public rows of `model`."""

    model: type[Publishable]

    def items(self) -> list[Publishable]:
        return self._rows

    def public_rows(self) -> PublishableQuerySet:
        """Return the rows whose pages it lists."""
        return self.model._default_manager.published()

    @cached_property
    def _rows(self) -> list[Publishable]:
        """Return the rows, read once: Django calls `items` several times."""
        rows = self.public_rows().order_by("pk")
        return list(rows.only("slug", "updated_at", *translated_fields(self.model)))

    def get_languages_for_item(self, row: Publishable) -> list[str]:
        """Leave out the pages whose texts all fell back to another language."""
        return written_languages(row)

    def lastmod(self, row: Publishable) -> datetime:
        return row.updated_at
