"""Rewrite cleaned HTML: unknown blocks are paragraphs, nothing is empty, links lead somewhere.

One pass over tags and texts, so that it takes linear time however deep the elements are. nh3 has
closed every element, so that tags are in pairs, and escapes `<` and `>` in attributes.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from content.text.html_tables import TableHeads

# Blocks whose text becomes paragraphs
BLOCKS = {
    "address", "article", "aside", "center", "details", "dialog", "div", "fieldset", "figcaption",
    "footer", "header", "hgroup", "legend", "main", "nav", "pre", "search", "section", "summary",
}  # fmt: skip
_INLINE = {"a", "em", "span", "strong", "sub", "sup"}
# No paragraph can stand in them.
_PHRASING = _INLINE | {"caption", "dt", "h2", "h3", "h4", "p"}
_BLOCKS_WITH_CONTENT = {
    "blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "li", "ol", "p", "ul",
}  # fmt: skip
# One in another means no more than one.
_ONCE = {"a", "em", "strong"}
# To them a link in the text can lead.
TARGETS = {"blockquote", "dd", "dt", "h2", "h3", "h4", "li", "p", "td", "th"}
# How far up the element is looked for that takes the id of an anchor
_NEAR = 60
_PIECE = re.compile(r"(<[^>]*>)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_LINK_INSIDE = re.compile(r'href="#([^"]+)"')
_ID = re.compile(r"[A-Za-z_][\w.:-]{0,99}")


@dataclass
class _Element:
    """An open element; `start` is the place of its tag among the pieces, if it is kept."""

    tag: str
    start: int | None = None
    attributes: str = ""
    has_content: bool = False
    is_block_to_fill: bool = False
    is_implied: bool = False
    id: str = ""
    target: str = ""


def rewritten(html: str, *, first_rows_are_heads: bool) -> str:
    """Return `html` with its meaning in allowed elements.

    Args:
        html: as nh3 returns it, with `BLOCKS` still in it, and `id` and `name`.
        first_rows_are_heads: whether the first row of a table without heads becomes its head.
    """
    return _Rewriter(html, TableHeads(first_rows_are_heads)).result()


class _Rewriter:
    def __init__(self, html: str, tables: TableHeads) -> None:
        self.tables = tables
        self.pieces: list[str] = []
        self.open = [_Element("")]
        self.phrasing = self.figures = 0
        self.wanted = {unquote(name) for name in _LINK_INSIDE.findall(html)}
        # The id to which a name leads, and names for which no element stood ready
        self.ids: dict[str, str] = {}
        self.places: dict[str, int] = {}
        self.waiting: list[str] = []
        self.links: list[tuple[int, int, str]] = []
        for piece in _PIECE.split(html):
            self._take(piece)

    def result(self) -> str:
        needed = {self.ids.get(name) for _start, _end, name in self.links}
        for id_, start in self.places.items():
            if id_ not in needed:
                self.pieces[start] = self.pieces[start].replace(f' id="{id_}"', "")
        for start, end, name in self.links:
            if name in self.ids:
                self.pieces[start] = self.pieces[start].replace(
                    f'href="#{name}"', f'href="#{self.ids[name]}"'
                )
            elif name.startswith("_"):
                # One of Word's own names; any other may be a part of the page around the text.
                self.pieces[start] = self.pieces[end] = ""
        return "".join(self.pieces)

    def _take(self, piece: str) -> None:
        if piece.startswith("</"):
            self._close(piece[2:-1])
        elif piece.startswith("<"):
            name = re.split(r"[\s>]", piece[1:], maxsplit=1)[0]
            self._open(name, dict(_ATTRIBUTE.findall(piece)))
        elif piece and not self.figures:
            if piece.replace("&nbsp;", " ").strip():
                self._fill_block()
                self.open[-1].has_content = True
            self.pieces.append(piece)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "figure":
            self._open_figure(attributes)
        elif not self.figures:
            name = attributes.pop("id", "") or attributes.pop("name", "")
            attributes.pop("name", None)
            if tag in {"br", "hr"}:
                self._add_void(tag)
            elif tag in BLOCKS:
                self._open_block(attributes, name)
            else:
                self._open_allowed(tag, attributes, name)

    def _open_figure(self, attributes: dict[str, str]) -> None:
        if not self.figures and "data-picture" in attributes:
            self._end_implied()
            self.pieces.append(f'<figure data-picture="{attributes["data-picture"]}"></figure>')
            self.open[-1].has_content = True
            self.figures = 1
        elif self.figures:
            self.figures += 1
        else:
            self._separate()
            self.open.append(_Element("figure"))

    def _add_void(self, tag: str) -> None:
        if tag == "hr":
            self._end_implied()
            self.open[-1].has_content = True
        else:
            self._fill_block()
        self.pieces.append(f"<{tag}>")

    def _open_block(self, attributes: dict[str, str], name: str) -> None:
        self._end_implied()
        is_to_fill = not self.phrasing
        if not is_to_fill:
            self._separate()
        self.open.append(_Element("", attributes=_text(attributes), is_block_to_fill=is_to_fill))
        self._add_target(name)

    def _open_allowed(self, tag: str, attributes: dict[str, str], name: str) -> None:
        if tag in _INLINE:
            self._fill_block()
        else:
            self._end_implied()
        element = _Element(tag, attributes=_text(attributes))
        is_bare = tag in {"a", "span"} and not ({"href", "lang", "dir"} & attributes.keys())
        is_inside_its_like = tag in _ONCE and any(one.tag == tag for one in self.open[-_NEAR:])
        if not is_bare and not is_inside_its_like:
            element.start = len(self.pieces)
            self.pieces.append(f"<{tag}{element.attributes}>")
            self.phrasing += tag in _PHRASING
            self.tables.opened(tag, element.start, self.pieces)
        if attributes.get("href", "").startswith("#"):
            element.target = unquote(attributes["href"][1:])
        self.open.append(element)
        self._add_target(name)
        if tag in TARGETS:
            names, self.waiting = self.waiting, []
            for waiting in names:
                self._add_target(waiting)

    def _close(self, tag: str) -> None:
        if self.figures:
            self.figures -= tag == "figure"
            return
        if self.open[-1].is_implied:
            self._end_implied()
        element = self.open.pop()
        if element.start is None:
            self.open[-1].has_content |= element.has_content
            if element.tag in {"", "figure"} and not element.is_block_to_fill:
                self._separate()
            return
        self.phrasing -= tag in _PHRASING
        if element.has_content or tag not in _INLINE | _BLOCKS_WITH_CONTENT:
            self.open[-1].has_content = True
            self.tables.closed(tag, element.start, self.pieces)
            if element.target:
                self.links.append((element.start, len(self.pieces), element.target))
            self.pieces.append(f"</{tag}>")
        elif tag in _INLINE:
            # The spaces and line breaks in it still separate words.
            self.pieces[element.start] = ""
        else:
            del self.pieces[element.start :]
            self._separate()
            self._take_back_id(element)

    def _fill_block(self) -> None:
        """Begin a paragraph for text that stands directly in an unknown block."""
        block = self.open[-1]
        if block.is_block_to_fill:
            self.open.append(_Element("p", len(self.pieces), is_implied=True))
            self.pieces.append(f"<p{block.attributes}>")
            self.phrasing += 1
            names, self.waiting = self.waiting, []
            for name in names:
                self._add_target(name)

    def _end_implied(self) -> None:
        """End an implied paragraph before a block; around an inline element it is given up."""
        if self.open[-1].is_implied:
            self.open[-1].is_implied = False
            self._close("p")
            return
        for element in self.open[-_NEAR:]:
            if element.is_implied and element.start is not None:
                self.pieces[element.start] = ""
                element.start = None
                self.phrasing -= 1
                self._take_back_id(element)

    def _take_back_id(self, element: _Element) -> None:
        """Have the next element take the id of one that is dropped."""
        if self.places.pop(element.id, None) is not None:
            self.waiting += [name for name, id_ in self.ids.items() if id_ == element.id]
            self.ids = {name: id_ for name, id_ in self.ids.items() if id_ != element.id}

    def _separate(self) -> None:
        """Put a space between two words, which the end of a block held apart."""
        if self.pieces and self.pieces[-1] and self.pieces[-1][-1] not in "> \n":
            self.pieces.append(" ")

    def _add_target(self, name: str) -> None:
        """Give the nearest element the id to which a link in the text leads."""
        if name not in self.wanted or name in self.ids or not _ID.fullmatch(name):
            return
        for element in reversed(self.open[-_NEAR:]):
            if element.tag in TARGETS and element.start is not None:
                if not element.id:
                    element.id = name
                    self.places[name] = element.start
                    self.pieces[element.start] = f'<{element.tag}{element.attributes} id="{name}">'
                self.ids[name] = element.id
                return
        self.waiting.append(name)


def _text(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())
