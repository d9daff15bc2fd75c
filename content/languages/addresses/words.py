"""The words of addresses, as translators write them."""

from django.utils.translation import pgettext, pgettext_lazy

CONTEXT = "part of an address"

# Keys such as those of applications stand behind words that are never translated: proxies know
# these addresses, to leave them out of their logs.
WORDS = {
    # Translators: words of addresses (/cities/bonn/): no two alike; small letters, digits, hyphens
    "about": pgettext_lazy("part of an address", "about"),
    "apply": pgettext_lazy("part of an address", "apply"),
    "calendar": pgettext_lazy("part of an address", "calendar"),
    "cities": pgettext_lazy("part of an address", "cities"),
    "contact": pgettext_lazy("part of an address", "contact"),
    "easy-read": pgettext_lazy("part of an address", "easy-read"),
    "events": pgettext_lazy("part of an address", "events"),
    "fact-sheet": pgettext_lazy("part of an address", "fact-sheet"),
    "feedback": pgettext_lazy("part of an address", "feedback"),
    "form": pgettext_lazy("part of an address", "form"),
    "funds": pgettext_lazy("part of an address", "funds"),
    "groups": pgettext_lazy("part of an address", "groups"),
    "newsletters": pgettext_lazy("part of an address", "newsletters"),
    "open-data": pgettext_lazy("part of an address", "open-data"),
    "past": pgettext_lazy("part of an address", "past"),
    "poster": pgettext_lazy("part of an address", "poster"),
    "search": pgettext_lazy("part of an address", "search"),
    "thanks": pgettext_lazy("part of an address", "thanks"),
    "timeline": pgettext_lazy("part of an address", "timeline"),
    "videos": pgettext_lazy("part of an address", "videos"),
    "volunteer": pgettext_lazy("part of an address", "volunteer"),
    "write": pgettext_lazy("part of an address", "write"),
}


def word(source: str) -> str:
    """Return a part of an address in the active language; what is no word of ours as it is."""
    return pgettext(CONTEXT, source) if source in WORDS else source
