"""Which HTML an officer's text may hold. Everything else is dropped on the way in."""

import nh3

# Headings start at h2: the page itself has the h1 (WCAG 2.2, 1.3.1).
TAGS = {
    "a", "blockquote", "br", "caption", "em", "figure", "h2", "h3", "h4", "hr", "li", "ol", "p",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "hreflang", "lang", "title"},
    "blockquote": {"cite", "lang"},
    # A picture of the library, by number; the page puts the picture in its place.
    "figure": {"data-picture"},
    "ol": {"start"},
    "p": {"lang"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
URL_SCHEMES = {"http", "https", "mailto", "tel"}


def clean_html(html: str) -> str:
    """Return `html` with only the allowed elements, attributes and addresses."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=URL_SCHEMES,
        link_rel="noopener noreferrer",
    ).strip()
