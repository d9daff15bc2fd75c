"""Show the words that were found within the text around them."""

import re
from collections.abc import Callable
from html import unescape

from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from content.search.indexed_text import CJK, WORD, indexed_text
from content.search.query_terms import MAX_ENDING

# Where a block begins or ends, a space has to stand once the tags are gone.
BLOCK_EDGE = re.compile(
    r"</?(?:br|hr|p|[duo]l|li|d[dt]|h\d|table|t[dhr]|caption|blockquote|figure)\b", re.IGNORECASE
)
# Characters before the first hit, and in all
MAX_BEFORE, MAX_SNIPPET = 80, 240


def plain_text(html: str) -> str:
    """Return the text of cleaned HTML on one line."""
    return " ".join(unescape(strip_tags(BLOCK_EDGE.sub(r" \g<0>", html))).split())


def snippet(text: str, terms: list[str]) -> SafeString:
    """Return the part of `text` around its first hit, with `<mark>` around every hit.

    `terms` are unaccented words, as `content.search.query_terms.terms` returns them.
    """
    words = list(WORD.finditer(text))
    is_hit = _hits(terms).fullmatch
    hits = [span for word in words for span in _spans_of_hits(word, terms, is_hit)]
    start = max(hits[0][0] - MAX_BEFORE, 0) if hits else 0
    if start:
        start = next((word.start() for word in words if word.start() >= start), hits[0][0])
    end = min(start + MAX_SNIPPET, len(text))
    if end < len(text):
        end = max((word.end() for word in words if start < word.end() <= end), default=end)
    pieces, position = [], start
    for hit_start, hit_end in hits:
        if start <= hit_start and hit_end <= end:
            pieces.append(conditional_escape(text[position:hit_start]))
            pieces.append(format_html("<mark>{}</mark>", text[hit_start:hit_end]))
            position = hit_end
    pieces.append(conditional_escape(text[position:end]))
    body = "".join(pieces)
    # Every piece was escaped above.
    return mark_safe(f"{'… ' if start else ''}{body}{' …' if end < len(text) else ''}")  # noqa: S308


def _spans_of_hits(
    word: re.Match[str], terms: list[str], is_hit: Callable[[str], object]
) -> list[tuple[int, int]]:
    """Return beginning and end of what is to be marked of a word of the text."""
    if not CJK.search(word.group()):
        return [word.span()] if is_hit(indexed_text(word.group()).strip()) else []
    characters = "".join(indexed_text(character).strip()[:1] or "_" for character in word.group())
    covered = {
        start + offset
        for term in terms
        if CJK.match(term)
        for start in range(len(characters))
        if characters.startswith(term, start)
        for offset in range(len(term))
    }
    begins = sorted(at for at in covered if at - 1 not in covered)
    ends = sorted(at + 1 for at in covered if at + 1 not in covered)
    return [
        (word.start() + begin, word.start() + end) for begin, end in zip(begins, ends, strict=True)
    ]


def _hits(terms: list[str]) -> re.Pattern[str]:
    """Return what matches the terms, and words that begin like one and end otherwise."""
    beginnings = {
        term[: max(4, len(term) - MAX_ENDING)] for term in terms if len(term) > MAX_ENDING
    }
    return re.compile(
        "|".join([*map(re.escape, terms), *(rf"{re.escape(start)}.*" for start in beginnings)]),
        re.DOTALL,
    )
