"""Lists as the active language writes them (CLDR, through Babel)."""

from collections.abc import Iterable

from content.text.dates import active_locale


def comma() -> str:
    """Return what stands between the parts of a list: `, `, in Arabic `، `."""
    return active_locale().list_patterns["unit"]["middle"].replace("{0}", "").replace("{1}", "")


def comma_separated(parts: Iterable[object]) -> str:
    """Return a list of names, facts or lines of an address in one line."""
    return comma().join(map(str, parts))
