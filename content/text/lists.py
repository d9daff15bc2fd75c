"""Lists and labels as the active language writes them (lists: CLDR, through Babel)."""

from collections.abc import Iterable

from django.utils.translation import pgettext

from content.text.dates import active_locale


def comma() -> str:
    """Return what stands between the parts of a list: `, `, in Arabic `، `.

    Where a language has a word there, as Arabic has its "and", facts in one line take the comma of
    its script.
    """
    locale = active_locale()
    pattern = locale.list_patterns["standard"]["middle"]
    between = pattern.replace("{0}", "").replace("{1}", "")
    if any(map(str.isalpha, between)):
        return "، " if locale.character_order == "right-to-left" else ", "
    return between


def comma_separated(parts: Iterable[object]) -> str:
    """Return a list of names, facts or lines of an address in one line."""
    return comma().join(map(str, parts))


def colon() -> str:
    """Return what ends a label, with the space that French has before it."""
    # Translators: ends a label before what it says: “Name: Ann”
    return pgettext("after a label", ":")
