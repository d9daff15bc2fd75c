"""Clean the HTML of officers' texts: only an allow-list of elements is kept, and its meaning."""

import re
from urllib.parse import unquote

import nh3

from content.text.contact_addresses import tel_uri
from content.text.html.limits import (
    CUT,
    MAX_VALUE,
    with_short_texts,
    within_limits,
    without_word_bullets,
)
from content.text.html.rewriting import BLOCKS, rewritten
from content.text.invisible_characters import without_invisible

# Headings start at h2: the page itself has the h1 (WCAG 2.2, 1.3.1).
TAGS = {
    "a", "blockquote", "br", "caption", "dd", "dl", "dt", "em", "figure", "h2", "h3", "h4", "hr",
    "li", "ol", "p", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "hreflang", "lang", "title"},
    "blockquote": {"cite", "dir", "lang"},
    # A picture of the library, by number; the page puts the picture in its place.
    "figure": {"data-picture"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "p": {"dir", "lang"},
    # Words in another language (WCAG 2.2, 3.1.2); a span without attributes is dropped.
    "span": {"dir", "lang"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
URL_SCHEMES = {"http", "https", "mailto", "tel"}
# Elements of pasted HTML that mean the same as an allowed one
RENAMED = {
    "h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "menu": "ul", "dir": "ul",
}  # fmt: skip
# Their content is no text: style sheets, scripts, and the XML in what is copied from Word.
DROPPED_WITH_CONTENT = {"script", "style", "title", "xml", "noscript", "template", "textarea"}

PICTURE = re.compile(r'<figure data-picture="(\d{1,18})"></figure>')
_RENAMED_TAG = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[\s/>])", re.IGNORECASE)
# What stands between words and is dropped; elements of web components have a hyphen in their name.
_BETWEEN_WORDS = re.compile(
    r"<(?=/?(?:audio|button|canvas|embed|form|iframe|img|input|math|object|option|select|svg|video"
    r"|[a-z]+-[\w-]*)(?![\w-]))",
    re.IGNORECASE,
)
_TABLE = re.compile("<table", re.IGNORECASE)
# Without its table a cell is nothing.
_CELL = re.compile(r"<(?=/?t[dhr]\b)", re.IGNORECASE)
_FROM_WORD = re.compile(r"\bclass=[\"']?Mso|\bmso-[a-z]|schemas-microsoft-com:office")
_SPACES = re.compile(r"(?:&nbsp;| ){2,}")


def clean_html(html: str) -> str:
    """Return `html` with only the allowed elements, attributes and addresses.

    Unknown blocks become paragraphs, and no two words become one. It takes linear time.
    """
    html = within_limits(without_word_bullets(without_invisible(html)))
    is_from_word = bool(_FROM_WORD.search(html))
    html = _RENAMED_TAG.sub(lambda tag: f"<{tag[1]}{RENAMED[tag[2].lower()]}", html)
    html = _BETWEEN_WORDS.sub(" <", html)
    if not _TABLE.search(html):
        html = _CELL.sub(" <", html)
    html = nh3.clean(
        with_short_texts(html),
        tags=TAGS | BLOCKS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes={
            tag: ATTRIBUTES.get(tag, {"dir", "lang"} if tag in BLOCKS else set()) | {"id", "name"}
            for tag in TAGS | BLOCKS
        },
        attribute_filter=_checked_attribute,
        url_schemes=URL_SCHEMES,
        link_rel="noopener noreferrer",
    )
    # Once more, because nh3 has turned `&shy;` and the like into characters.
    html = without_invisible(html).replace("\xa0", "&nbsp;")
    html = rewritten(html, first_rows_are_heads=is_from_word)
    return _SPACES.sub(" ", html).strip()


def _checked_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Return `value`, or None if it is too long or not in the form that the attribute needs."""
    if len(value) > MAX_VALUE:
        return None
    value = value.replace(CUT, "")
    patterns = {
        "data-picture": r"[0-9]{1,18}",
        "colspan": r"[0-9]{1,2}",
        "rowspan": r"[0-9]{1,2}",
        "start": r"-?[0-9]{1,4}",
        "value": r"-?[0-9]{1,4}",
        "type": r"[1aAiI]",
        "reversed": r"|reversed",
        "scope": r"col|row|colgroup|rowgroup",
        "dir": r"ltr|rtl|auto",
        "lang": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
        "hreflang": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
    }
    if attribute in patterns and not re.fullmatch(patterns[attribute], value):
        return None
    if attribute == "href" and value.lower().startswith("tel:"):
        return tel_uri(unquote(value[4:])) or None
    return value
