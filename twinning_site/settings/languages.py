"""The languages of the site and of its documents. The first is the default."""

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from twinning_site.settings.environment import BASE_DIR, env

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
_unknown = [code for code in SITE_LANGUAGES if code not in _LANGUAGE_NAMES]
if _unknown or not SITE_LANGUAGES:
    raise ImproperlyConfigured(
        f"SITE_LANGUAGES has {', '.join(_unknown) or 'nothing in it'}. "
        f"It takes a comma-separated list of: {', '.join(_LANGUAGE_NAMES)}."
    )
LANGUAGES = [(code, _LANGUAGE_NAMES[code]) for code in SITE_LANGUAGES]
# Documents may also be in languages in which the site is not offered.
ALL_LANGUAGES = list(_LANGUAGE_NAMES.items())
LANGUAGE_CODE = SITE_LANGUAGES[0]
# Whether the words of addresses are in the language of their page: /staedte/ for /cities/
TRANSLATE_ADDRESSES = env.bool("TRANSLATE_ADDRESSES", False)
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["content.formats"]

TIME_ZONE = env.str("TIME_ZONE", "Europe/London")
USE_TZ = True
