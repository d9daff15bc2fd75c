"""Links that stand around the content of a page: jump list, breadcrumbs, related pages."""

from collections.abc import Iterable

from django.urls import reverse

from content.models import Publishable

# A page with fewer parts needs no list of them.
MIN_JUMP_LIST_LINKS = 3


def jump_list(*parts: tuple[str, object, object]) -> list[dict[str, object]]:
    """Return links (id, title) to the parts of a page that are not empty; none for a short page.

    Args:
        parts: the id of each section, its heading, and the rows or the text that it shows.
    """
    links = [{"id": id_, "title": title} for id_, title, content in parts if content]
    return links if len(links) >= MIN_JUMP_LIST_LINKS else []


def breadcrumb(title: object, route: str) -> dict[str, str]:
    """Return the breadcrumb (title, url) of the page whose URL has the name `route`."""
    return {"title": str(title), "url": reverse(route)}


def related_links(rows: Iterable[Publishable]) -> list[dict[str, object]]:
    """Return links (title, url) to the pages of `rows`."""
    return [{"title": row.heading, "url": row.get_absolute_url()} for row in rows]
