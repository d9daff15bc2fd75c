"""Links from one part of a text to another."""

import re
from urllib.parse import unquote

from content.text.html.tree import Anchor, Element

# Elements to which a link in the text can lead
TARGETS = {"blockquote", "dd", "dt", "h2", "h3", "h4", "li", "p", "td", "th"}
_ID = re.compile(r"[A-Za-z_][\w.:-]{0,99}")


def connect_links(root: Element) -> None:
    """Give elements the ids to which links in the text lead, and unwrap links to nothing."""
    links = [
        (element, unquote(element.attributes["href"][1:]))
        for element in root.elements()
        if element.attributes.get("href", "").startswith("#")
    ]
    names = {name for _link, name in links if _ID.fullmatch(name)}
    ids: dict[str, str] = {}
    _give_ids(root, None, names, ids, [])
    for link, name in links:
        if name in ids:
            link.attributes["href"] = f"#{ids[name]}"
        elif name.startswith("_"):
            # One of Word's own names; any other may be a part of the page around the text.
            link.tag = ""


def _give_ids(
    element: Element,
    target: Element | None,
    names: set[str],
    ids: dict[str, str],
    waiting: list[str],
) -> None:
    """Give an element and those in it their ids.

    Args:
        target: the nearest element to which a link can lead: this one, or one around it.
        names: those to which links lead.
        ids: the id by name, which is filled here.
        waiting: names that the next target gets, as none was around them.
    """
    if target is not None:
        _take_names(target, ids, waiting)
    for node in element.children:
        if isinstance(node, Element):
            _give_ids(node, node if node.tag in TARGETS else target, names, ids, waiting)
        elif isinstance(node, Anchor) and node.name in names and node.name not in ids:
            waiting.append(node.name)
            if target is not None:
                _take_names(target, ids, waiting)


def _take_names(target: Element, ids: dict[str, str], waiting: list[str]) -> None:
    for name in waiting:
        ids.setdefault(name, target.attributes.setdefault("id", name))
    waiting.clear()
