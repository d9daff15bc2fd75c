"""The main menu: entries of the site and own pages, as the council has put them in order."""

from collections.abc import Iterator
from html import unescape

from django.db import transaction
from django.urls import Resolver404, resolve, reverse
from django.utils.html import strip_tags

from content.models import Council, SharedRows
from content.models.arrangements import OWN_PAGE, SiteEntry
from content.models.remembering.remembered import remembered
from content.templatetags.frame_components import MenuLink
from content.text.arrangement import BELOW, arranged, placed_of
from content.text.languages import localized
from content.text.lines import lines_of
from twinning_site.pages.frame_rows import FrameRow, public_frame_rows
from twinning_site.pages.models import Page, PagePlace

ROUTES = {
    SiteEntry.CITIES: "cities:city-list",
    SiteEntry.GROUPS: "links:group-list",
    SiteEntry.EVENTS: "events:event-list",
    SiteEntry.NEWSLETTERS: "links:newsletter-list",
    SiteEntry.ABOUT: "pages:page-list",
}


def main_menu() -> tuple[MenuLink, ...]:
    """Return the entries that are shown now, each with those below it."""
    council = Council.current()
    return _menu(council.main_menu if council else "", public_frame_rows())


@remembered
def _menu(arrangement: str, rows: SharedRows[FrameRow]) -> tuple[MenuLink, ...]:
    links = dict(_links(rows))
    menu: list[MenuLink] = []
    hidden_or_shown = arranged(placed_of(arrangement), _known(rows))
    shown = {one.name for one in hidden_or_shown if one.is_shown and one.name in links}
    for one in hidden_or_shown:
        if one.name not in shown:
            continue
        if one.below in shown:
            above = menu.pop()
            menu.append(above._replace(below=(*above.below, links[one.name])))
        else:
            menu.append(links[one.name])
    return tuple(menu)


def _known(rows: SharedRows[FrameRow]) -> list[str]:
    own = [OWN_PAGE + row.slug for row in rows if row.place == PagePlace.MENU]
    return [*SiteEntry.values[:-1], *own, SiteEntry.ABOUT]


def _links(rows: SharedRows[FrameRow]) -> Iterator[tuple[str, MenuLink]]:
    """Yield the links by their names: those of the site that lead to something, and own pages."""
    # A site is about cities: without one its list says that they are being written about.
    found = {SiteEntry.CITIES.value, *(row.entry for row in rows)}
    if any(row.place in {PagePlace.MENU, PagePlace.ABOUT} for row in rows):
        found.add(SiteEntry.ABOUT.value)
    for entry in SiteEntry:
        if entry.value in found:
            yield entry.value, MenuLink(reverse(ROUTES[entry]), str(entry.label))
    for row in rows:
        if row.place == PagePlace.MENU:
            yield OWN_PAGE + row.slug, MenuLink(row.get_absolute_url(), localized(row.title))


def above_in_menu(address: str) -> list[dict[str, str]] | None:
    """Return the breadcrumbs (title, url) of a page of the menu; None of any other page.

    They have the entry below which it stands; an entry of its own has none.
    """
    for link in main_menu():
        if link.url == address:
            return []
        if any(one.url == address for one in link.below):
            return [{"title": unescape(strip_tags(link.label)), "url": link.url}]
    return None


def own_pages() -> Iterator[tuple[str, str, str]]:
    """Yield short name, title and state of each page that is or will be in the main menu."""
    for page in Page.objects.filter(place=PagePlace.MENU):
        note = "" if page.is_published else str(page.state_by_dates.label)
        yield page.slug, str(page), note


@transaction.atomic
def follow_new_address(old: str, new: str, **signal: object) -> None:
    """Keep the place of an own page in the menu whose address has changed."""
    slugs = [_slug_of(path) for path in (old, new)]
    council = Council.objects.select_for_update().first()
    if not all(slugs) or council is None:
        return
    before, after = (f"{OWN_PAGE}{slug}" for slug in slugs)
    lines = [
        BELOW.join(after if name == before else name for name in line.split(BELOW))
        for line in lines_of(council.main_menu)
    ]
    if lines != lines_of(council.main_menu):
        council.main_menu = "\n".join(lines)
        council.save(update_fields=["main_menu"])


def _slug_of(path: str) -> str:
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return match.kwargs["slug"] if match.view_name == "pages:page-detail" else ""
