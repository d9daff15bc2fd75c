"""What page templates need around their content: jump list, breadcrumbs, related links."""

from collections.abc import Iterable

from django.urls import reverse

from content.models import Publishable

# Fewer parts than this are seen at a glance.
MIN_JUMP_LIST_LINKS = 3


def jump_list(*parts: tuple[str, object, object]) -> list[dict[str, object]]:
    """Links to the parts of a page that have something to show; none for a short page.

    Each part is the id of its section, its heading, and its rows or text.
    """
    links = [{"id": id_, "title": title} for id_, title, content in parts if content]
    return links if len(links) >= MIN_JUMP_LIST_LINKS else []


def breadcrumb(title: object, route: str) -> dict[str, str]:
    """Return one link of the way from home to a page, for `components/frame/breadcrumbs.html`."""
    return {"title": str(title), "url": reverse(route)}


def related_links(rows: Iterable[Publishable], kind: str = "") -> list[dict[str, object]]:
    """Links to rows that stand at the foot of a page, for `components/frame/related_links.html`."""
    return [
        {
            "title": getattr(row, "title", None) or row.name,
            "url": row.get_absolute_url(),
            "kind": kind,
        }
        for row in rows
    ]
