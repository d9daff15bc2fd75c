"""The language in which the site speaks to its officers.

The admin is translated into fewer languages than the public pages. It is in one language as a
whole: never partly in the one that was asked for.
"""

from django.conf import settings

from content.languages.checks import LANGUAGES_OF_ADMIN
from content.languages.source_texts import SOURCE_LANGUAGE


def staff_languages() -> list[tuple[str, str]]:
    """Return codes and names of those that officers may choose; English if the first is none."""
    codes = [code for code in settings.SITE_LANGUAGES if code in LANGUAGES_OF_ADMIN]
    if settings.LANGUAGE_CODE not in codes and SOURCE_LANGUAGE not in codes:
        codes.append(SOURCE_LANGUAGE)
    names = dict(settings.ALL_LANGUAGES)
    return [(code, str(names[code])) for code in codes]


def staff_language(wanted: str = "") -> str:
    """Return the language wanted if the admin speaks it, else that of the site or English."""
    codes = dict(staff_languages())
    wishes = (wanted, settings.LANGUAGE_CODE, SOURCE_LANGUAGE)
    return next(code for code in wishes if code in codes)
