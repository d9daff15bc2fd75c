"""The entries of the main menu as the form of the council puts them in order."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext

from content.forms.arrangement import Entry
from content.models.arrangements import OWN_PAGE, SiteEntry

# Where an app above this one says which own pages stand in the menu: short name, title, note
OwnPages = Callable[[], Iterable[tuple[str, str, str]]]
_sources: list[OwnPages] = []


def register_own_pages(source: OwnPages) -> None:
    """Have the pages that `source` returns among the entries of the menu."""
    _sources.append(source)


def menu_entries() -> list[Entry]:
    """Return the entries of the menu, in the order in which they stand by default."""
    site = [
        Entry(entry.value, str(entry.label), note=gettext("part of the site"))
        for entry in SiteEntry
    ]
    own = [
        Entry(OWN_PAGE + slug, title, may_hide=False, may_be_below=True, note=note)
        for source in _sources
        for slug, title, note in source()
    ]
    return [*site[:-1], *own, site[-1]]
