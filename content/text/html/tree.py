"""Cleaned HTML as a tree, which is changed more easily than text.

lxml would read it anew, drop what is deeper than 255 elements, and keep words with the element
before them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

VOID = {"br", "hr"}
# What holds two words apart, unless a space or a tag does
GAP = "\0"
_PIECE = re.compile(r"(<[^>]*>)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


@dataclass(eq=False)
class Element:
    """An element; one without a tag stands for what is in it.

    `is_block` is whether it is a block or has one in it, so that no paragraph can be around it.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    is_block: bool = False

    def elements(self) -> Iterator["Element"]:
        """Yield the elements in this one, each before what is in it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element is not self:
                yield element
            waiting += [one for one in reversed(element.children) if isinstance(one, Element)]


@dataclass(frozen=True)
class Anchor:
    """A place in the text to which links may lead."""

    name: str


Node: TypeAlias = Element | Anchor | str


def parse(html: str) -> Element:
    """Return the tree of what nh3 has returned: each element is closed, `<` and `>` are tags."""
    root = Element("")
    open_elements = [root]
    for piece in filter(None, _PIECE.split(html)):
        if piece.startswith("</"):
            open_elements.pop()
        elif piece.startswith("<"):
            tag = re.split(r"[\s>]", piece[1:], maxsplit=1)[0]
            element = Element(tag, dict(_ATTRIBUTE.findall(piece)))
            open_elements[-1].children.append(element)
            if tag not in VOID:
                open_elements.append(element)
        else:
            open_elements[-1].children.append(piece)
    return root


def to_html(root: Element) -> str:
    """Return the HTML of a tree."""
    pieces: list[str] = []
    _write(root, pieces)
    return "".join(pieces)


def _write(element: Element, pieces: list[str]) -> None:
    for node in element.children:
        if node == GAP:
            if pieces and pieces[-1][-1] not in "> \n":
                pieces.append(" ")
        elif isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Element):
            if not node.tag:
                _write(node, pieces)
                continue
            attributes = "".join(f' {name}="{value}"' for name, value in node.attributes.items())
            pieces.append(f"<{node.tag}{attributes}>")
            _write(node, pieces)
            if node.tag not in VOID:
                pieces.append(f"</{node.tag}>")
