"""Clean the HTML of officers' texts: only an allow-list of elements is kept."""

import re

import nh3

from content.text.invisible_characters import without_invisible

# Headings start at h2: the page itself has the h1 (WCAG 2.2, 1.3.1).
TAGS = {
    "a", "blockquote", "br", "caption", "em", "figure", "h2", "h3", "h4", "hr", "li", "ol", "p",
    "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "hreflang", "lang", "title"},
    "blockquote": {"cite", "dir", "lang"},
    # A picture of the library, by number; the page puts the picture in its place.
    "figure": {"data-picture"},
    "ol": {"start"},
    "p": {"dir", "lang"},
    # Words in another language (WCAG 2.2, 3.1.2); a span without attributes is dropped.
    "span": {"dir", "lang"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
URL_SCHEMES = {"http", "https", "mailto", "tel"}
# Elements of pasted HTML that mean the same as an allowed one
RENAMED = {
    "h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "div": "p", "section": "p",
    "article": "p",
}  # fmt: skip
# Their content is no text: style sheets, scripts, and the XML in what is copied from Word.
DROPPED_WITH_CONTENT = {"script", "style", "title", "xml", "noscript", "template", "textarea"}

PICTURE = re.compile(r'<figure data-picture="(\d{1,18})"></figure>')
_RENAMED_TAG = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[\s/>])", re.IGNORECASE)
# Word writes the bullet or number of a list into the text and marks it as not to be read.
_WORD_BULLET = re.compile(r"<!\[if !supportLists\]>.*?<!\[endif\]>", re.DOTALL | re.IGNORECASE)
_SPAN = re.compile(r"<span( [^>]*)?>|</span>")
_EMPTY = re.compile(r"<(p|h2|h3|h4|li|strong|em|blockquote)>(?:\s|&nbsp;|<br>)*</\1>\s*")
_SPACES = re.compile(r"(?:&nbsp;| ){2,}")


def clean_html(html: str) -> str:
    """Return `html` with only the allowed elements, attributes and addresses."""
    html = _WORD_BULLET.sub("", without_invisible(html))
    html = _RENAMED_TAG.sub(lambda tag: f"<{tag[1]}{RENAMED[tag[2].lower()]}", html)
    html = nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_checked_attribute,
        url_schemes=URL_SCHEMES,
        link_rel="noopener noreferrer",
    )
    # Once more, because nh3 has turned `&shy;` and the like into characters.
    html = without_invisible(html).replace("\xa0", "&nbsp;")
    html = _SPACES.sub(" ", _without_bare_spans(_with_empty_figures(html)))
    # An element may be empty because of the empty one in it.
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return html.strip()


def _checked_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Return `value`, or None if it is not in the form that the attribute needs."""
    patterns = {
        "data-picture": r"[0-9]{1,18}",
        "colspan": r"[0-9]{1,2}",
        "rowspan": r"[0-9]{1,2}",
        "start": r"[0-9]{1,4}",
        "scope": r"col|row|colgroup|rowgroup",
        "dir": r"ltr|rtl|auto",
        "lang": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
        "hreflang": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
    }
    if attribute in patterns and not re.fullmatch(patterns[attribute], value):
        return None
    return value


def _with_empty_figures(html: str) -> str:
    """Empty figures that have a picture's number; replace other figures by their content."""
    kept: list[str] = []
    open_figures: list[bool] = []
    for piece in re.split(r"(</?figure[^>]*>)", html):
        if piece.startswith("<figure"):
            is_picture = "data-picture" in piece
            if is_picture and not any(open_figures):
                kept.append(f"{piece}</figure>")
            open_figures.append(is_picture)
        elif piece == "</figure>":
            open_figures.pop()
        elif not any(open_figures):
            kept.append(piece)
    return "".join(kept)


def _without_bare_spans(html: str) -> str:
    """Drop spans without attributes.

    nh3 has closed every element, so that tags are in pairs, and escapes `<` and `>` in
    attributes.
    """
    kept: list[bool] = []

    def pair(tag: re.Match) -> str:
        if tag[0].startswith("</"):
            return tag[0] if kept.pop() else ""
        kept.append(bool(tag[1]))
        return tag[0] if tag[1] else ""

    return _SPAN.sub(pair, html)
