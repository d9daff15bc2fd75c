"""Links that keep the number of a row in place of its address, which may change.

`/go/event/12/` stands for the page of event 12; a query or a fragment may follow.
"""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import NamedTuple

_GO = re.compile(r"/go/(?P<kind>[a-z]{1,40})/(?P<number>[1-9][0-9]{0,17})/(?P<rest>[?#].*)?", re.S)
# The edges of links in cleaned HTML, in which no link is in another
_EDGE = re.compile(r"(<a [^<>]*>|</a>)")
_HREF = re.compile(r' href="([^"]*)"')
_HREFLANG = re.compile(r' hreflang="([^"]*)"')


class StableLink(NamedTuple):
    """What a link leads to: the name of a model and a primary key, and what follows an address."""

    kind: str
    number: int
    rest: str = ""

    @property
    def address(self) -> str:
        return f"/go/{self.kind}/{self.number}/{self.rest}"

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.number


def stable_link(address: str) -> StableLink | None:
    """Return what an address such as `/go/event/12/#dates` stands for; None for any other."""
    match = _GO.fullmatch(address)
    return match and StableLink(match["kind"], int(match["number"]), match["rest"] or "")


def addresses_in(html: str) -> Iterator[str]:
    """Yield the addresses of the links of cleaned HTML, as often as they are there."""
    for tag in _EDGE.findall(html):
        if match := _HREF.search(tag):
            yield unescape(match[1])


def with_addresses(html: str, new_address: Callable[[str, str], str | None]) -> str:
    """Return cleaned HTML with other addresses in its links; it takes linear time.

    Args:
        new_address: takes the address and the `hreflang` of a link, and returns the address to
            write, or None if only the words of the link stay.
    """
    pieces, is_dropped = [], False
    for piece in _EDGE.split(html):
        match = _HREF.search(piece) if piece.startswith("<a ") else None
        if match:
            language = _HREFLANG.search(piece)
            address = new_address(unescape(match[1]), language[1] if language else "")
            is_dropped = address is None
            if address is None:
                continue
            # As nh3 writes it, so that cleaning once more changes nothing
            written = escape(address, quote=False).replace('"', "&quot;")
            piece = f"{piece[: match.start(1)]}{written}{piece[match.end(1) :]}"
        elif is_dropped and piece == "</a>":
            is_dropped = False
            continue
        pieces.append(piece)
    return "".join(pieces)
