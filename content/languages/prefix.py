"""The part of an address that tells its language."""

from django.conf import settings
from django.urls import LocalePrefixPattern
from django.utils.translation import get_language


class SiteLanguagePrefix(LocalePrefixPattern):
    """Gives links the language of the page, but none that the site does not offer.

    The admin may speak English on a site without English.
    """

    @property
    def language_prefix(self) -> str:
        return super().language_prefix if get_language() in settings.SITE_LANGUAGES else ""
