"""The languages of the site and of its documents. The first is the default."""

from pathlib import Path

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from content.languages.tags import is_right_to_left, own_name, parse_tag
from twinning_site.settings.environment import BASE_DIR, VAR_DIR, env

# The first language is the default; its addresses have no prefix.
SITE_LANGUAGES = env.list("SITE_LANGUAGES", default=["en", "de"])
_LANGUAGE_NAMES = {
    "ar": _("Arabic"),
    "cy": _("Welsh"),
    "da": _("Danish"),
    "de": _("German"),
    "en": _("English"),
    "es": _("Spanish"),
    "fr": _("French"),
    "it": _("Italian"),
    "nl": _("Dutch"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "ru": _("Russian"),
    "sv": _("Swedish"),
    "tr": _("Turkish"),
    "uk": _("Ukrainian"),
}


def _checked(codes: list[str]) -> list[str]:
    """Return codes as addresses have them, in small letters.

    Raises:
        ImproperlyConfigured: CLDR knows no such language, or there is none.
    """
    unknown = [code for code in codes if parse_tag(code) is None]
    if unknown or not codes:
        raise ImproperlyConfigured(
            f"SITE_LANGUAGES has {', '.join(unknown) or 'nothing in it'}. It takes a "
            "comma-separated list of codes, such as en,pt-br,sr-latn (docs/translating.md)."
        )
    return [code.replace("_", "-").lower() for code in codes]


# Any language of CLDR; content/languages/checks.py asks whether the site speaks it whole.
SITE_LANGUAGES = _checked(SITE_LANGUAGES)
LANGUAGES = [(code, _LANGUAGE_NAMES.get(code, own_name(code))) for code in SITE_LANGUAGES]
# Documents may also be in languages in which the site is not offered: these come first.
ALL_LANGUAGES = list((_LANGUAGE_NAMES | dict(LANGUAGES)).items())
# What Django itself does not know to be written from right to left
LANGUAGES_BIDI = [
    *global_settings.LANGUAGES_BIDI,
    *(code.split("-")[0] for code in SITE_LANGUAGES if is_right_to_left(code)),
]
LANGUAGE_CODE = SITE_LANGUAGES[0]
# Whether the words of addresses are in the language of their page: /staedte/ for /cities/
TRANSLATE_ADDRESSES = env.bool("TRANSLATE_ADDRESSES", False)
# The second is for catalogues of the council's own, of languages that the site does not ship.
LOCALE_PATHS = [
    BASE_DIR / "locale",
    Path(env.str("CATALOGUES_DIR", str(VAR_DIR / "locale"))),
]
USE_I18N = True
FORMAT_MODULE_PATH = ["content.formats"]

TIME_ZONE = env.str("TIME_ZONE", "Europe/London")
USE_TZ = True
