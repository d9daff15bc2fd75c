"""What the passages of a page tell."""

import html
import re

from tests.whole_site.walk import Visit


def passages(visit: Visit) -> list[str]:
    """Return what a reader reads, by paragraph, heading, cell or list item, without tags."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", visit.body.decode(), flags=re.DOTALL)
    text = re.sub(r"</?(em|strong|a|span)\b[^>]*>", "", text)
    return [" ".join(html.unescape(part).split()) for part in re.split(r"<[^>]+>", text)]


def tells(passage: str, terms: list[str]) -> bool:
    """Return whether a passage has every term, as whole words, in whatever order."""
    return all(re.search(rf"(?<!\w)(?:{term})(?!\w)", passage, re.IGNORECASE) for term in terms)
