"""Whether two rich texts are the same to readers, however an editor lays out the HTML."""

import re

from content.text.fields import MAX_RICH_TEXT
from content.text.html.cleaning import TAGS, clean_html
from content.web.internal_links import with_stable_links

_INLINE = {"a", "em", "span", "strong", "sub", "sup"}
_SPACES = re.compile(r"\s+")
# The space around these is layout: the editor puts each on a line of its own.
_BLOCK = re.compile(rf" ?(</?(?:{'|'.join(sorted(TAGS - _INLINE))})(?: [^<>]*)?>) ?")
# The editor writes the direction of a language beside it.
_DIRECTION = re.compile(r'<span dir="(?:ltr|rtl)" lang=')


def without_layout(html: str) -> str:
    """Return `html` without what readers do not notice: spaces and line breaks between blocks."""
    html = _SPACES.sub(" ", html.replace("&nbsp;", " "))
    return _DIRECTION.sub("<span lang=", _BLOCK.sub(r"\1", html)).strip()


def as_stored(html: str) -> str:
    """Return `html` without layout as it will be once it is cleaned and stored."""
    if len(html) <= MAX_RICH_TEXT:
        html = with_stable_links(clean_html(html))
    return without_layout(html)
