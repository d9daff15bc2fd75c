"""Context of every template. Nothing here queries but the council, and only where it is shown."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from content.models import Council
from content.text.language_names import language_facts


def council(request: HttpRequest) -> dict:
    """Return `council`, and `site_url` without a slash at its end."""
    return {"council": SimpleLazyObject(Council.current), "site_url": settings.SITE_URL}


def preview_until(request: HttpRequest) -> dict:
    """Return the last day of the link by which somebody sees this page as a preview, or None."""
    return {"preview_until": getattr(request, "preview_until", None)}


def site_languages(request: HttpRequest) -> dict:
    """Return this page's address in each of the site's languages."""
    path, current = request.get_full_path(), get_language()
    return {
        "site_languages": [
            {
                **language_facts(code),
                "url": path if code == current else translate_url(path, code),
                "is_current": code == current,
            }
            for code in settings.SITE_LANGUAGES
        ]
    }
