"""Rewrite cleaned HTML: unknown blocks are paragraphs, nothing is empty, links lead somewhere."""

from itertools import groupby

from content.text.html.anchors import connect_links
from content.text.html.tables import make_heads
from content.text.html.tree import GAP, VOID, Anchor, Element, Node, parse, to_html

# Blocks whose text becomes paragraphs
BLOCKS = {
    "address", "article", "aside", "center", "details", "dialog", "div", "fieldset", "figcaption",
    "footer", "header", "hgroup", "legend", "main", "nav", "pre", "search", "section", "summary",
}  # fmt: skip
_INLINE = {"a", "em", "span", "strong", "sub", "sup"}
# No paragraph can stand in them.
_HEADINGS = {"h2", "h3", "h4"}
_PHRASING = _INLINE | _HEADINGS | {"caption", "dt", "p"}
_BLOCKS_WITH_CONTENT = {
    "blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "li", "ol", "p", "ul",
}  # fmt: skip
# One in another means no more than one.
_ONCE = {"a", "em", "strong"}


def rewritten(html: str, *, first_rows_are_heads: bool) -> str:
    """Return `html` with its meaning in allowed elements; it takes linear time.

    Args:
        html: as nh3 returns it, with `BLOCKS` still in it, and `id` and `name`.
        first_rows_are_heads: whether the first row of a table without heads becomes its head.
    """
    root = parse(html)
    root.children = _tidied(root, frozenset())
    if first_rows_are_heads:
        make_heads(root)
    connect_links(root)
    return to_html(root)


def _tidied(parent: Element, around: frozenset[str]) -> list[Node]:
    """Return what is in `parent`, as it is to be written.

    Args:
        around: the tags that are kept of `parent` and of the elements around it.
    """
    nodes: list[Node] = []
    for node in parent.children:
        if not isinstance(node, Element):
            nodes.append(node)
        elif node.tag in VOID:
            nodes.append(Element(node.tag, is_block=node.tag == "hr"))
        elif picture := node.attributes.get("data-picture"):
            nodes.append(Element("figure", {"data-picture": picture}, is_block=True))
        else:
            is_kept = _is_kept(node, around)
            content = _tidied(node, around | {node.tag} if is_kept else around)
            if name := node.attributes.pop("id", "") or node.attributes.get("name", ""):
                content.insert(0, Anchor(name))
            node.attributes.pop("name", None)
            if is_kept:
                nodes += _kept(node, content)
            elif node.tag in BLOCKS and not around & _PHRASING:
                nodes += _paragraphs(content, node.attributes)
            else:
                nodes += content if node.tag in _INLINE else [GAP, *content, GAP]
    return nodes


def _is_kept(element: Element, around: frozenset[str]) -> bool:
    """Return whether the element itself stays, and not only what is in it."""
    if element.tag in {"a", "span"} and not {"href", "lang", "dir"} & element.attributes.keys():
        return False
    if element.tag in _HEADINGS and around & _HEADINGS:
        return False
    return element.tag not in BLOCKS | {"figure"} | (_ONCE & around)


def _kept(element: Element, content: list[Node]) -> list[Node]:
    """Return an element with its content, or what has to stay of an empty one."""
    if not _has_content(content):
        if element.tag in _INLINE:
            # Spaces and line breaks still separate words.
            return content
        if element.tag in _BLOCKS_WITH_CONTENT:
            return [GAP, *(node for node in content if isinstance(node, Anchor))]
    is_block = element.tag not in _INLINE or any(map(_is_block, content))
    return [Element(element.tag, element.attributes, content, is_block)]


def _paragraphs(content: list[Node], attributes: dict[str, str]) -> list[Node]:
    """Return the content of an unknown block, with paragraphs around what is not in a block."""
    nodes: list[Node] = []
    for is_block, group in groupby(content, _is_block):
        line = list(group)
        if is_block:
            nodes += line
        elif _has_content(line) or any(isinstance(node, Element) for node in line):
            nodes += _kept(Element("p", dict(attributes)), line)
        else:
            nodes += line
    return nodes


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and node.is_block


def _has_content(nodes: list[Node]) -> bool:
    """Return whether there is anything but spaces and line breaks."""
    return any(
        node.tag != "br"
        if isinstance(node, Element)
        else isinstance(node, str) and node.replace("&nbsp;", " ").strip(f" {GAP}\n\t")
        for node in nodes
    )
