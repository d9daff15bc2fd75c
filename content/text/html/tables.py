"""The heads of tables from Word, which marks none (WCAG 2.2, 1.3.1)."""

from collections.abc import Iterator

from content.text.html.tree import Element


def make_heads(root: Element) -> None:
    """Make heads of the first rows of tables, if there is a second row and no head yet.

    Tables in tables stay as they are.
    """
    for table in _below(root, "table"):
        body = next(_below(table, "tbody"), None)
        rows = list(_below(table, "tr"))
        has_heads = any(next(_below(table, tag), None) for tag in ("th", "thead"))
        if body is None or has_heads or len(rows) < 2 or rows[0] not in body.children:
            continue
        cells = list(_below(rows[0], "td"))
        if any({"colspan", "rowspan"} & cell.attributes.keys() for cell in cells):
            continue
        for cell in cells:
            cell.tag, cell.attributes = "th", {"scope": "col", **cell.attributes}
        body.children.remove(rows[0])
        table.children.insert(table.children.index(body), Element("thead", {}, [rows[0]]))


def _below(element: Element, tag: str) -> Iterator[Element]:
    """Yield the elements with this tag that no other table is around."""
    waiting = [*reversed(element.children)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Element):
            if node.tag == tag:
                yield node
            if node.tag != "table":
                waiting += reversed(node.children)
