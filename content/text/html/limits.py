"""Keep HTML from taking more than linear time: parsers search all open elements and attributes."""

import re

# No text that somebody writes has more.
MAX_DEPTH, MAX_ATTRIBUTES = 60, 40
# Of an attribute's value; browsers and servers take no longer addresses for granted.
MAX_VALUE = 2000
# Elements that end by themselves when the next one begins, or that hold nothing
_ENDS_ITSELF = {
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "br", "hr",
    "img", "input", "col", "meta", "link", "wbr", "embed", "source", "track", "area", "base",
}  # fmt: skip
_INLINE = {"a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"}
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# An attribute as the HTML standard reads it (13.2.5.32 and following), but for `<` outside of
# quotes: where a tag may begin anew at each, to look for its end from each takes the square.
_VALUE = r"\"[^\"]*+\"|'[^']*+'|[^\s<>\"'][^\s<>]*+"
_ATTRIBUTE = rf"[\s/]*+[^\s/<>][^\s/<>=]*+(?:\s*+=\s*+(?:{_VALUE})?+)?+"
_CROWDED_TAG = re.compile(
    rf"(<[a-zA-Z][^\s/<>]*+(?:{_ATTRIBUTE}){{{MAX_ATTRIBUTES}}})(?:{_ATTRIBUTE})++"
)
# An element that cleaning drops
CUT = "<wbr>"
# What is written as a reference in HTML, a hundred in one text. A `<` that begins no tag is text.
_MANY_REFERENCES = re.compile(r"((?:[&\xa0](?:[^<&\xa0]|<(?![a-zA-Z/!?]))*+){100})(?=[&\xa0])")
_WORD_BULLET = re.compile(r"<!\[(if !supportLists|endif)\]>", re.IGNORECASE)


def within_limits(html: str) -> str:
    """Return `html` without elements that are too deep, and attributes that are too many."""
    html = _CROWDED_TAG.sub(r"\1", html)
    depth = 0

    def counted(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _ENDS_ITSELF:
            return tag[0]
        if tag[1]:
            depth = max(depth - 1, 0)
        elif depth == MAX_DEPTH:
            # Both are dropped, and nobody misses them; what stands for a block keeps words apart.
            return "<wbr" if name in _INLINE else "<input hidden"
        else:
            depth += 1
        return tag[0]

    return _TAG.sub(counted, html)


def with_short_texts(html: str) -> str:
    """Put a `CUT` after every hundred ampersands and no-break spaces of a text.

    nh3 takes the square of their number in one text: 40 seconds for a million. A long value of an
    attribute may be cut, too.
    """
    return _MANY_REFERENCES.sub(rf"\1{CUT}", html)


def without_word_bullets(html: str) -> str:
    """Drop what Word writes into the text for bullets of lists, marked as not to be read."""
    kept, begin = [], 0
    start = None
    for mark in _WORD_BULLET.finditer(html):
        if mark[1].lower() != "endif":
            start = mark if start is None else start
        elif start:
            kept.append(html[begin : start.start()])
            begin, start = mark.end(), None
    return "".join([*kept, html[begin:]])
