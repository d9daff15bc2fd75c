"""Count what cleaning takes out of a text though readers would miss it.

Layout, such as fonts, colours and what Word writes for itself, is nothing that they would miss.
"""

import re
from collections import Counter
from enum import StrEnum
from html import escape

from lxml import etree

from content.text.html.cleaning import DROPPED_WITH_CONTENT, clean_html
from content.text.html.limits import within_limits, without_word_bullets
from content.text.invisible_characters import without_invisible


class DroppedKind(StrEnum):
    PICTURE = "picture"
    VIDEO = "video"
    SOUND = "sound"
    EMBEDDED = "embedded"
    FORM_FIELD = "form field"
    LINK = "link"
    TABLE = "table"


_KINDS = {
    "img": DroppedKind.PICTURE,
    "svg": DroppedKind.PICTURE,
    "canvas": DroppedKind.PICTURE,
    "video": DroppedKind.VIDEO,
    "audio": DroppedKind.SOUND,
    "applet": DroppedKind.EMBEDDED,
    "embed": DroppedKind.EMBEDDED,
    "iframe": DroppedKind.EMBEDDED,
    "object": DroppedKind.EMBEDDED,
    "button": DroppedKind.FORM_FIELD,
    "input": DroppedKind.FORM_FIELD,
    "select": DroppedKind.FORM_FIELD,
    "textarea": DroppedKind.FORM_FIELD,
}
_WITHOUT_MEANING = DROPPED_WITH_CONTENT - _KINDS.keys()
_CELLS = {"td", "th"}
# What nobody sees: pictures that count visitors, and what a page or Word hides
_HIDDEN = (
    "self::input[@type='hidden'] or @hidden or self::img[@width='1' or @width='0' or @height='1'"
    " or @height='0'] or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'mso-hide:all')"
)
_is_hidden = etree.XPath(_HIDDEN)


def dropped_content(html: str) -> Counter[DroppedKind]:
    """Return how many of each kind `clean_html` takes out of `html`; it takes linear time.

    Elements that are too deep count for nothing.
    """
    dropped: Counter[DroppedKind] = Counter()
    # A picture that stands for the bullet of a list is none.
    root = _parsed(within_limits(without_word_bullets(without_invisible(html))))
    if root is None:
        return dropped
    addresses = []
    tables, has_cells_without_table = 0, False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            tables -= tag == "table"
            continue
        if tag in _WITHOUT_MEANING or _is_hidden(element):
            dropped[DroppedKind.EMBEDDED] += tag == "script" and "src" in element.attrib
            walk.skip_subtree()
            tables += tag == "table"
        elif tag in _KINDS:
            dropped[_KINDS[tag]] += 1
            walk.skip_subtree()
        elif tag == "figure" and "data-picture" in element.attrib:
            walk.skip_subtree()
        elif tag == "table":
            tables += 1
        elif tag in _CELLS and not tables:
            has_cells_without_table = True
        elif tag == "a" and "href" in element.attrib and _has_words(element):
            addresses.append(element.get("href"))
    dropped[DroppedKind.LINK] = _refused_links(addresses, html)
    dropped[DroppedKind.TABLE] = int(has_cells_without_table)
    return +dropped


def _parsed(html: str) -> etree._Element | None:
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    # Without an element there is nothing to count, and the parser asks for one.
    return etree.fromstring(f"<div>{html}</div>", parser) if "<" in html else None


def _has_words(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _refused_links(addresses: list[str], html: str) -> int:
    """Count the addresses to which the cleaned text does not lead."""
    inside = [address for address in addresses if address.startswith("#")]
    outside = [address for address in addresses if not address.startswith("#")]
    links = "".join(
        f'<a href="{escape(address)}">{number}</a> ' for number, address in enumerate(outside)
    )
    kept = re.findall(r"<a [^>]*>\d+</a>", clean_html(links))
    # Whether a link leads to a part of the text the whole text tells.
    kept_inside = len(re.findall(r'<a [^>]*href="#', clean_html(html))) if inside else 0
    return len(outside) - len(kept) + max(len(inside) - kept_inside, 0)
