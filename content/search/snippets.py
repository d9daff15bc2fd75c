"""Show the words that were found within the text around them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape, unescape
from itertools import takewhile
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from content.search.indexed_text import CJK, WORD, indexed_text
from content.search.query_terms import MAX_ENDING
from content.text.transliteration import latin_spellings

# Where a block begins or ends, a space has to stand once the tags are gone.
BLOCK_EDGE = re.compile(
    r"</?(?:br|hr|p|[duo]l|li|d[dt]|h\d|table|t[dhr]|caption|blockquote|figure)\b", re.IGNORECASE
)
# Where a word of `WORD` begins and ends
BEGIN, END = r"(?<![^\W_])", r"(?![^\W_])"
WHOLE_WORD = re.compile(rf"{BEGIN}{WORD.pattern}")
# A word with other characters than ASCII; `*+` never goes back over a long word
NOT_ASCII = r"[0-9A-Za-z]*+[^\W\x00-\x7f][^\W_]*+"
# Characters before the first hit, and in all
MAX_BEFORE, MAX_SNIPPET = 80, 240


def plain_text(html: str) -> str:
    """Return the text of cleaned HTML on one line."""
    return " ".join(unescape(strip_tags(BLOCK_EDGE.sub(r" \g<0>", html))).split())


def snippet(text: str, terms: Sequence[str]) -> SafeString:
    """Return the part of `text` around its first hit, with `<mark>` around every hit.

    `terms` are unaccented words, as `content.search.query_terms.terms` returns them. The text is
    read as far as the part that is shown.
    """
    hits = _hits(text, tuple(terms)) if terms else iter(())
    hit = next(hits, None)
    start = max(hit[0] - MAX_BEFORE, 0) if hit else 0
    if hit and start:
        first = WHOLE_WORD.search(text, start)
        start = first.start() if first else hit[0]
    end = min(start + MAX_SNIPPET, len(text))
    if end < len(text):
        end = _last_end(text, start, end)
    pieces, position = [], start
    while hit and hit[1] <= end:
        pieces += [escape(text[position : hit[0]]), f"<mark>{escape(text[slice(*hit)])}</mark>"]
        position = hit[1]
        hit = next(hits, None)
    body = "".join([*pieces, escape(text[position:end])])
    # Every piece was escaped above.
    return mark_safe(f"{'… ' if start else ''}{body}{' …' if end < len(text) else ''}")  # noqa: S308


def _last_end(text: str, start: int, end: int) -> int:
    """Return where the last word ends that is whole between `start` and `end`; `end` if none is."""
    ends = (word.end() for word in WORD.finditer(text, start))
    return max(takewhile(lambda word_end: word_end <= end, ends), default=end)


def _hits(text: str, terms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield beginning and end of what is to be marked, in order."""
    patterns = _patterns(terms)
    for word in patterns.possible.finditer(text):
        found = word.group()
        if found.isascii():
            yield word.span()
        elif CJK.search(found):
            yield from _hits_in_row(word, terms)
        elif any(
            map(patterns.hit.fullmatch, (indexed_text(found).strip(), *latin_spellings(found)))
        ):
            yield word.span()


def _hits_in_row(word: re.Match[str], terms: Sequence[str]) -> list[tuple[int, int]]:
    """Return what is to be marked of a word with CJK characters."""
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


class _Patterns(NamedTuple):
    """What matches a word that is a hit, as it is indexed, and what may be one in a text.

    Most words are ASCII and no hits: one expression passes over all of them. It stops at every
    word that has other characters, of which only the indexed form tells.
    """

    hit: re.Pattern[str]
    possible: re.Pattern[str]


@lru_cache(maxsize=100)
def _patterns(terms: tuple[str, ...]) -> _Patterns:
    """Return what matches the terms, and words that begin like one and end otherwise."""
    whole = [re.escape(term) for term in terms]
    begun = [
        re.escape(term[: max(4, len(term) - MAX_ENDING)])
        for term in terms
        if len(term) > MAX_ENDING
    ]
    hit = "|".join([*whole, *(f"{start}.*" for start in begun)])
    ascii_hit = "|".join([*whole, *(rf"{start}[^\W_]*+" for start in begun)])
    return _Patterns(
        re.compile(hit, re.DOTALL),
        re.compile(rf"{BEGIN}(?:(?:{ascii_hit}){END}|{NOT_ASCII})", re.IGNORECASE),
    )
